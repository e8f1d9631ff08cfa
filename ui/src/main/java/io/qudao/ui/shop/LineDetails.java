package io.qudao.ui.shop;

import io.qudao.cart.CartFields.LineKey;
import io.qudao.kernel.Value;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.OwnForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The inputs for the tenant's own fields of each line in the cart; what is entered is stored at once. */
final class LineDetails {
    private final OwnFields ownFields;
    private final BiConsumer<LineKey, Map<String, String>> store;
    private final Map<LineKey, OwnForm> forms = new LinkedHashMap<>();

    LineDetails(OwnFields ownFields, BiConsumer<LineKey, Map<String, String>> store) {
        this.ownFields = ownFields;
        this.store = store;
    }

    /** Returns the inputs of the next line. */
    OwnForm add(Checkout.Line line) {
        var form = ownFields.row("order_line", "lines[" + forms.size() + "].custom.");
        form.fill(line.entered());
        form.onChange(() -> store.accept(line.key(), form.texts()));
        forms.put(line.key(), form);
        return form;
    }

    /** Returns the entered values of each line that has some. */
    Map<LineKey, Map<String, Value>> values() {
        var values = new LinkedHashMap<LineKey, Map<String, Value>>();
        forms.forEach((line, form) -> {
            var entered = form.values();
            if (!entered.isEmpty()) {
                values.put(line, entered);
            }
        });
        return values;
    }

    void register(FieldErrors errors) {
        forms.values().forEach(form -> form.register(errors));
    }
}

package io.qudao.ui.component.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inputs for the tenant's own fields of what is about to be made; not to be seen where there are none. */
public final class OwnForm extends Div {
    private final transient Map<RecordInput, Value> blank = new LinkedHashMap<>();
    private final transient FieldErrors errors = new FieldErrors();

    /** @param path before the names of the fields in violations, such as {@code custom.} */
    OwnForm(String title, String path, List<Field> fields, RecordInputs make) {
        addClassNames("q-card", "own-fields");
        Named.as("own-form", this);
        add(new H2(title));
        for (var field : fields) {
            var input = make.of(field);
            blank.put(input, input.value());
            errors.at(path + field.name(), input.marks());
            add(input.component());
        }
        setVisible(!fields.isEmpty());
    }

    /** What was filled in, by field; what was left alone gets its default. */
    public Map<String, Value> values() {
        var values = new LinkedHashMap<String, Value>();
        blank.forEach((input, untouched) -> {
            var value = input.value();
            boolean left = value.equals(untouched) && input.field().defaultSource() != null;
            if (!value.isNull() && !left) {
                values.put(input.field().name(), value);
            }
        });
        return values;
    }

    /** Shows each violation at its input, and the others in a notice. */
    public void show(ProblemException refused) {
        errors.show(refused);
    }

    public void clearErrors() {
        errors.clear();
    }
}

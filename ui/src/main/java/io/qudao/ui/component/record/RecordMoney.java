package io.qudao.ui.component.record;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.DecimalField;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An input for an amount with its currency. */
final class RecordMoney extends CustomField<Money> implements HasValidator<Money> {
    private static final List<String> USUAL = List.of("CNY", "USD", "EUR", "HKD", "TWD", "JPY", "GBP", "SGD");

    private final DecimalField amount = new DecimalField();
    private final Select<String> currency = new Select<>();

    RecordMoney(Field field) {
        var home = TenantScope.caller().tenant().currency().value();
        var codes = new LinkedHashSet<String>();
        codes.add(home);
        codes.addAll(USUAL);
        currency.setItems(codes);
        currency.setValue(home);
        currency.setAriaLabel(Texts.of("records.currency"));
        currency.addClassName("record-currency");
        amount.setAriaLabel(field.label().in(Texts.locale()));
        amount.addClassName("q-grow");
        Named.as("record-amount-" + field.name(), amount);
        amount.addValueChangeListener(change -> updateValue());
        currency.addValueChangeListener(change -> updateValue());
        add(new Box("q-row", amount, currency));
    }

    /** Something that is no number is not an empty amount. */
    @Override
    public Validator<Money> getDefaultValidator() {
        return (money, context) ->
                FieldErrors.isUnreadable(amount) ? ValidationResult.error("") : ValidationResult.ok();
    }

    static @Nullable Money of(Value value) {
        return value instanceof Value.Amount(var money) ? money : null;
    }

    @Override
    protected @Nullable Money generateModelValue() {
        BigDecimal typed = amount.getValue();
        return typed == null || currency.getValue() == null
                ? null
                : new Money(typed, new CurrencyCode(currency.getValue()));
    }

    @Override
    protected void setPresentationValue(@Nullable Money money) {
        if (money == null) {
            amount.clear();
            return;
        }
        amount.setValue(money.amount());
        currency.setValue(money.currency().value());
    }
}

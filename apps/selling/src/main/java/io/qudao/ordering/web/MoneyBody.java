package io.qudao.ordering.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Money;
import io.qudao.kernel.Violations;
import io.qudao.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** Money in JSON: an exact amount as text, and its currency, which defaults to the tenant's on input. */
record MoneyBody(@Nullable String amount, @Nullable String currency) {
    static @Nullable MoneyBody of(@Nullable Money money) {
        return money == null
                ? null
                : new MoneyBody(money.amount().toPlainString(), money.currency().value());
    }

    Money money(String field) {
        var violations = new Violations();
        var usual = TenantScope.caller().tenant().currency();
        var code = violations.currency(field + ".currency", currency, usual);
        var money = new Money(violations.amount(field + ".amount", amount), code);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return money;
    }
}

package io.qudao.credit.web;

import io.qudao.credit.Credit;
import io.qudao.credit.CreditProblem;
import io.qudao.credit.CreditStanding;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Violations;
import io.qudao.partner.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/credit/{account}")
class CreditController {
    private final Credit credit;

    CreditController(Credit credit) {
        this.credit = credit;
    }

    @GetMapping
    @Permits({"credit.read", "credit.edit"})
    StandingBody standing(@PathVariable UUID account) {
        return StandingBody.of(credit.standing(new AccountId(account)));
    }

    @PutMapping("/limit")
    @Permits("credit.edit")
    StandingBody limit(@PathVariable UUID account, @RequestBody LimitBody wanted) {
        var id = new AccountId(account);
        var currency = credit.standing(id).exposure().currency();
        credit.limit(id, wanted.limit() == null ? null : money(wanted.limit(), currency));
        return StandingBody.of(credit.standing(id));
    }

    private static Money money(String text, CurrencyCode currency) {
        var violations = new Violations();
        var limit = violations.money("limit", new Money(violations.amount("limit", text), currency));
        violations.failIfAny(CreditProblem.LIMIT_NEGATIVE);
        return limit;
    }

    /**
     * A new limit.
     *
     * @param limit an amount in the account's currency; null: unlimited
     */
    record LimitBody(@Nullable String limit) {}

    record StandingBody(
            UUID account,
            String exposure,
            @Nullable String limit,
            @Nullable String free,
            String currency) {
        static StandingBody of(CreditStanding standing) {
            return new StandingBody(
                    standing.account().value(),
                    standing.exposure().amount().toPlainString(),
                    text(standing.limit()),
                    text(standing.free()),
                    standing.exposure().currency().value());
        }

        private static @Nullable String text(@Nullable Money money) {
            return money == null ? null : money.amount().toPlainString();
        }
    }
}

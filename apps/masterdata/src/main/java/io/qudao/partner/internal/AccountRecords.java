package io.qudao.partner.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.partner.AccountId;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerProblem;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import io.qudao.record.Row;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Trading accounts as records. Regions are an ordered list and can be changed by the module's own endpoint only. */
@Component
class AccountRecords implements RecordCommands.Creates, RecordCommands.Changes {
    private static final UUID NOBODY = new UUID(0, 0);

    private final TradingAccounts accounts;

    AccountRecords(TradingAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String object() {
        return AccountConfiguration.OBJECT;
    }

    @Override
    public UUID create(RecordValues given) {
        var violations = new Violations();
        var account = new NewAccount(
                new PartnerId(violations.required("seller", given.reference("seller", null), NOBODY)),
                new PartnerId(violations.required("buyer", given.reference("buyer", null), NOBODY)),
                currency(given, violations),
                terms(given, Terms.NONE.priceGroup(), List.of(), AccountStatus.ACTIVE));
        violations.failIfAny(PartnerProblem.ACCOUNT_INVALID);
        return RecordCommands.naming(AccountRecords::field, () -> accounts.open(account))
                .id()
                .value();
    }

    @Override
    public void change(Row now, RecordValues given) {
        var account = accounts.find(new AccountId(now.id()))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, object(), now.id()));
        var terms = terms(given, account.priceGroup(), account.regions(), account.status());
        RecordCommands.naming(AccountRecords::field, () -> accounts.update(account.id(), now.version(), terms));
    }

    private static CurrencyCode currency(RecordValues given, Violations violations) {
        String code = given.text("currency", "");
        return violations.currency(
                "currency",
                code.isEmpty() ? null : code,
                TenantScope.caller().tenant().currency());
    }

    private static Terms terms(RecordValues given, @Nullable String group, List<String> regions, AccountStatus status) {
        return new Terms(
                given.text("price_group", group == null ? "" : group),
                regions,
                given.choice("status", status),
                given.own());
    }

    private static String field(String part) {
        return part.equals("priceGroup") ? "price_group" : part.substring(part.lastIndexOf('.') + 1);
    }
}

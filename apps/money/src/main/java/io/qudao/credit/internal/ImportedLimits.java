package io.qudao.credit.internal;

import io.qudao.credit.Credit;
import io.qudao.partner.CreditLimitsImported;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Applies the limits of an imported file of accounts, in the import's own transaction. */
@Component
class ImportedLimits {
    private final Credit credit;

    ImportedLimits(Credit credit) {
        this.credit = credit;
    }

    @EventListener
    void on(CreditLimitsImported imported) {
        credit.limits(imported.limits().stream()
                .map(limit -> new Credit.Limit(limit.account(), limit.limit()))
                .toList());
    }
}

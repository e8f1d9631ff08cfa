package io.qudao.partner.internal;

import io.qudao.kernel.Violations;
import io.qudao.partner.Partner;
import io.qudao.partner.TradingAccounts.Terms;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Checks and normalises the terms of a trading account. */
final class AccountCheck {
    static final int KEY_LENGTH = 64;
    private static final int REGIONS = 8;

    private AccountCheck() {}

    /** Requires that a new account's partner takes part in new business; an unknown partner is refused elsewhere. */
    static void active(String field, @Nullable Partner partner, Violations violations) {
        if (partner != null && !partner.isActive()) {
            violations.add(field, "inactive", partner.code());
        }
    }

    static Terms clean(Terms terms, Violations violations) {
        String group = violations.optionalCode("priceGroup", terms.priceGroup(), KEY_LENGTH);
        if (terms.regions().size() > REGIONS) {
            violations.add("regions", "too_many", REGIONS);
        }
        var regions = new ArrayList<String>();
        for (int at = 0; at < terms.regions().size(); at++) {
            regions.add(violations.code("regions[" + at + "]", terms.regions().get(at), KEY_LENGTH));
        }
        return new Terms(group.isEmpty() ? null : group, regions, terms.status(), terms.custom());
    }
}

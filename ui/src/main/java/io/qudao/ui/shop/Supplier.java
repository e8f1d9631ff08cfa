package io.qudao.ui.shop;

import io.qudao.partner.AccountId;
import io.qudao.partner.Partner;
import io.qudao.partner.TradingAccount;

/** A seller the caller's partner buys from, and the account for it. */
record Supplier(TradingAccount account, Partner seller) {
    AccountId id() {
        return account.id();
    }
}

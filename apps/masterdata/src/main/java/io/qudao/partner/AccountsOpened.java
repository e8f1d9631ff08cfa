package io.qudao.partner;

import java.util.List;

/** Trading accounts were opened in this transaction; they have no credit limit yet. */
public record AccountsOpened(List<TradingAccount> accounts) {
    public AccountsOpened {
        accounts = List.copyOf(accounts);
    }
}

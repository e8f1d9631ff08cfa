package io.qudao.ui.credit;

import io.qudao.partner.AccountStatus;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Tone;

/** The state of a trading account in words and colour. */
final class AccountBadge {
    private AccountBadge() {}

    static StatusBadge of(AccountStatus status) {
        return StatusBadge.of(
                status == AccountStatus.ACTIVE ? Tone.GREEN : Tone.AMBER, "status.account.", status.name());
    }
}

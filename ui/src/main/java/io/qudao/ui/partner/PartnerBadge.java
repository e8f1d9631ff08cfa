package io.qudao.ui.partner;

import io.qudao.partner.PartnerStatus;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Tone;

/** The state of a partner in words and colour. */
final class PartnerBadge {
    private PartnerBadge() {}

    static StatusBadge of(PartnerStatus status) {
        return StatusBadge.of(
                status == PartnerStatus.ACTIVE ? Tone.GREEN : Tone.GREY, "status.partner.", status.name());
    }
}

package io.qudao.ui.catalog;

import io.qudao.catalog.SkuStatus;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Tone;

/** The state of a SKU in words and colour. */
final class SkuBadge {
    private SkuBadge() {}

    static StatusBadge of(SkuStatus status) {
        return StatusBadge.of(status == SkuStatus.ON_SHELF ? Tone.GREEN : Tone.GREY, "status.sku.", status.name());
    }
}

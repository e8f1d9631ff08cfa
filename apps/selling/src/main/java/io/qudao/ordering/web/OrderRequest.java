package io.qudao.ordering.web;

import io.qudao.rest.FieldsBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a client sends it; parties and goods by id or by code. The seller may be left out where the buyer has one
 * only; the buyer where it is the caller's partner.
 */
record OrderRequest(
        @Nullable UUID seller,
        @Nullable String sellerCode,
        @Nullable UUID buyer,
        @Nullable String buyerCode,
        @Nullable String currency,
        @Nullable List<Line> lines,
        @Nullable Boolean submit,
        @Nullable MoneyBody confirmedTotal,
        @Nullable Instant at,
        @Nullable String externalNumber,
        @Nullable FieldsBody custom) {
    record Line(
            @Nullable UUID sku,
            @Nullable String skuCode,
            @Nullable String unit,
            @Nullable Long quantity) {}
}

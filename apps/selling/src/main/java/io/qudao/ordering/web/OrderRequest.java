package io.qudao.ordering.web;

import io.qudao.rest.FieldsBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as sent by a client; parties and goods are given by id or code. The seller may be omitted if the buyer has
 * only one, and the buyer if it is the caller's partner.
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
            @Nullable Long quantity,
            @Nullable FieldsBody custom) {}
}

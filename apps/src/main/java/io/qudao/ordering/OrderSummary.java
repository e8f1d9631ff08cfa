package io.qudao.ordering;

import io.qudao.kernel.Money;
import io.qudao.partner.AccountId;
import io.qudao.partner.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as lists show it.
 *
 * @param creditHold why credit holds it 信用冻结, null when it does not
 * @param pricedAt the instant its prices were decided at
 * @param units base units in all
 */
public record OrderSummary(
        OrderId id,
        String number,
        PartnerId seller,
        String sellerName,
        PartnerId buyer,
        String buyerName,
        AccountId account,
        OrderStatus status,
        @Nullable CreditHold creditHold,
        Instant pricedAt,
        Instant createdAt,
        Money total,
        int lines,
        long units,
        @Nullable String externalNumber,
        int version) {}

package io.qudao.ordering;

import io.qudao.catalog.SkuId;
import io.qudao.credit.CreditStanding;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost now, and whether it could be fulfilled; nothing is stored.
 *
 * @param total total of the lines that have a price
 * @param credit the account's standing without the order
 */
public record Quote(List<Line> lines, Money total, CreditStanding credit) {
    public Quote {
        lines = List.copyOf(lines);
    }

    /** Returns whether every line has a price and enough stock. */
    public boolean orderable() {
        return shortLines() == 0 && unpricedLines() == 0;
    }

    /** Returns how many lines want more than the seller can promise. */
    public long shortLines() {
        return lines.stream().filter(Line::isShort).count();
    }

    /** Returns how many lines have no price. */
    public long unpricedLines() {
        return lines.stream().filter(line -> !line.isPriced()).count();
    }

    /**
     * @param unitPrice null: no price, so the line would be refused (P4)
     * @param base base units wanted
     * @param available base units the seller can promise now, less those of earlier lines with the same SKU
     */
    public record Line(
            int number,
            SkuId sku,
            String skuCode,
            String skuName,
            Quantity quantity,
            long base,
            @Nullable Money unitPrice,
            @Nullable Money net,
            long available) {
        /** Returns whether the seller cannot promise as much as it wants. */
        public boolean isShort() {
            return available < base;
        }

        public boolean isPriced() {
            return unitPrice != null;
        }
    }
}

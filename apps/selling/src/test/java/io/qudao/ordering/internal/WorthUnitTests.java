package io.qudao.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.SkuId;
import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderParties;
import io.qudao.ordering.OrderReferences;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.OrderTotals;
import io.qudao.partner.AccountId;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorthUnitTests {
    private static final CurrencyCode CNY = CurrencyCode.CNY;

    @Test
    void givesTheLastUnitsWhatIsLeftOfTheirLine() {
        assertThat(shipped(0, 1)).isEqualTo(Money.of("3.33", CNY));
        assertThat(shipped(1, 1)).isEqualTo(Money.of("3.34", CNY));
        assertThat(shipped(2, 1)).isEqualTo(Money.of("3.33", CNY));
        assertThat(shipped(0, 2)).isEqualTo(Money.of("6.67", CNY));
    }

    @Test
    void leavesOutWhatIsShippedOrCancelled() {
        assertThat(Worth.open(order(line(1, "10.00", 4, 1, 2)))).isEqualTo(Money.of("2.50", CNY));
        assertThat(Worth.open(order(line(1, "10.00", 4, 4, 0)))).isEqualTo(Money.zero(CNY));
    }

    /** However the goods of an order are shipped, the parts add up to the order, to the cent. */
    @Test
    void addsUpToTheOrder() {
        var random = new Random(20261130);
        for (int round = 0; round < 500; round++) {
            var lines = new OrderLine[1 + random.nextInt(5)];
            var net = Money.zero(CNY);
            for (int index = 0; index < lines.length; index++) {
                var amount = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
                lines[index] = line(index + 1, amount.toPlainString(), 1 + random.nextInt(200), 0, 0);
                net = net.plus(lines[index].net());
            }
            var order = order(lines);
            assertThat(Worth.open(order)).isEqualTo(net);
            var parts = Money.zero(CNY);
            while (order.lines().stream().anyMatch(line -> line.open() > 0)) {
                var next = new HashMap<Integer, Long>();
                order.lines().forEach(line -> next.put(line.number(), random.nextLong(line.open() + 1)));
                parts = parts.plus(Worth.of(order, next));
                order = order(order.lines().stream()
                        .map(line -> line(
                                line.number(),
                                line.net().amount().toPlainString(),
                                line.base(),
                                line.shipped() + next.get(line.number()),
                                0))
                        .toArray(OrderLine[]::new));
            }
            assertThat(parts).isEqualTo(net);
        }
    }

    private static Money shipped(long before, long next) {
        return Worth.of(order(line(1, "10.00", 3, before, 0)), Map.of(1, next));
    }

    private static OrderLine line(int number, String net, long base, long shipped, long cancelled) {
        var price =
                new OrderLine.Price(Money.zero(CNY), new PriceListId(Ids.next()), new PriceEntryId(Ids.next()), 1, "");
        var ordered = new Quantity(base, "each");
        return new OrderLine(
                number,
                new SkuId(Ids.next()),
                "W" + number,
                "Water",
                ordered,
                base,
                price,
                Money.of(net, CNY),
                shipped,
                cancelled,
                Value.Fields.EMPTY);
    }

    private static Order order(OrderLine... lines) {
        var nobody = OrderParties.Party.of(new PartnerId(Ids.next()));
        var summary = new OrderSummary(
                new OrderId(Ids.next()),
                "1",
                OrderStatus.APPROVED,
                null,
                new OrderParties(nobody, nobody, new AccountId(Ids.next()), new WarehouseId(Ids.next())),
                new OrderTotals(Money.zero(CNY), lines.length, 0),
                OrderReferences.NONE,
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                Set.of());
        return new Order(summary, List.of(lines), List.of(), Value.Fields.EMPTY);
    }
}

package io.qudao.ordering.web;

import io.qudao.credit.Credit;
import io.qudao.credit.CreditDifference;
import io.qudao.inventory.Stock;
import io.qudao.inventory.StockDifference;
import io.qudao.kernel.Permits;
import io.qudao.ordering.OrderState;
import io.qudao.ordering.Orders;
import io.qudao.record.StandsFor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns what the caller's partner has sold, and whether every counter equals its ledger (I6). */
@RestController
class ReconciliationController {
    private final Orders orders;
    private final Stock stock;
    private final Credit credit;

    ReconciliationController(Orders orders, Stock stock, Credit credit) {
        this.orders = orders;
        this.stock = stock;
        this.credit = credit;
    }

    @GetMapping("/api/v1/reports/reconciliation")
    @Permits("order.read")
    Reconciliation reconciliation() {
        var sums = orders.sums();
        return new Reconciliation(
                sums.orders(),
                sums.lines(),
                sums.units(),
                sums.amounts().stream().map(MoneyBody::of).toList(),
                byName(sums.byState()),
                stock.differences(),
                credit.differences());
    }

    /** Returns the counts by the status names used throughout the API. */
    private static Map<String, Long> byName(Map<OrderState, Long> counts) {
        var named = new TreeMap<String, Long>();
        counts.forEach((state, count) -> named.put(state.name(), count));
        return named;
    }

    record Reconciliation(
            long orders,
            @StandsFor("order.line_count") long lines,
            @StandsFor("order.base_units") long units,
            @StandsFor("order.total") List<@Nullable MoneyBody> amounts,
            @StandsFor("order.status") Map<String, Long> byStatus,
            List<StockDifference> stockDifferences,
            List<CreditDifference> creditDifferences) {}
}

package io.qudao.ui.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import io.qudao.kernel.CurrencyCode;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page of prices says from which day to which a price holds, and when exactly one does that changes within a day. */
class PricePeriodsIntegrationTests extends PageTest {
    private Caller admin;

    @Test
    void saysTheFirstAndTheLastDayOfAPriceInTheTenantsZone() {
        open("2026-12-01T16:00:00Z", "2026-12-31T16:00:00Z");
        assertThat(words("price-entries")).contains("2026-12-02", "2026-12-31（含当日）");
    }

    @Test
    void saysTheInstantWhereAPriceEndsWithinADay() {
        open("2026-12-01T16:00:00Z", "2026-12-31T15:30:00Z");
        assertThat(words("price-entries")).contains("2026-12-02").noneMatch(text -> text.contains("含当日"));
    }

    /** Opens the page at a list with one price. */
    private void open(String from, String until) {
        admin = member(trade.head, "brand_admin", Locale.SIMPLIFIED_CHINESE);
        var list = TenantScope.call(admin, () -> {
            var prices = context.getBean(PriceLists.class);
            var made = prices.create(
                    trade.head.id(),
                    new PriceLists.Draft("YEAR", "Year", PriceScope.BASE, null, 1, CurrencyCode.CNY, true));
            prices.put(
                    made.id(),
                    List.of(new PriceLists.EntryDraft(
                            trade.cola.id(),
                            "case",
                            1,
                            Instant.parse(from),
                            Instant.parse(until),
                            trade.yuan("9.00"))));
            return made;
        });
        open(admin, PricingNavigation.WORK);
        TenantScope.run(admin, () -> {
            var lists = grid("price-lists");
            lists.select(lists.getListDataView()
                    .getItems()
                    .filter(one -> ((PriceList) one).id().equals(list.id()))
                    .findFirst()
                    .orElseThrow());
            roundTrip();
        });
    }

    private List<String> words(String grid) {
        assertThat(named(grid)).isPresent();
        return TenantScope.call(admin, PageTest::words);
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> grid(String name) {
        return (Grid<Object>) named(name).orElseThrow();
    }
}

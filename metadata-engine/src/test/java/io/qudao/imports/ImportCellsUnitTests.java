package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportCellsUnitTests {
    @Test
    void readsCellsExactly() {
        var cells = cells(
                Map.of("n", "12", "d", "-1.50", "day", "2021-11-15", "at", "2021-11-15T08:00:00+08:00", "c", "done"));
        assertThat(cells.whole("n", 0, 12)).contains(12L);
        assertThat(cells.decimal("d")).contains(new Value.Decimal(new BigDecimal("-1.50")));
        TenantScope.run(
                Caller.platform(tenantIn("Asia/Tokyo")),
                () -> assertThat(cells.instant("at")).contains(Instant.parse("2021-11-15T00:00:00Z")));
        assertThat(cells.choice("c", ImportState.class)).contains(ImportState.DONE);
        assertThat(cells.whole("absent", 0, 1)).isEmpty();
        assertThat(cells.isGood()).isTrue();
    }

    @Test
    void readsDatesInTheTenantsZone() {
        var tenant = tenantIn("Asia/Tokyo");
        var cells = cells(Map.of(
                "day", "2026-12-31",
                "local", "2026-12-02T08:00",
                "spaced", "2026-12-02 08:00:30",
                "exact", "2026-12-02T08:00:00.123456789+08:00"));
        TenantScope.run(Caller.platform(tenant), () -> {
            assertThat(cells.instant("day")).contains(Instant.parse("2026-12-30T15:00:00Z"));
            assertThat(cells.until("day")).contains(Instant.parse("2026-12-31T15:00:00Z"));
            assertThat(cells.instant("local")).contains(Instant.parse("2026-12-01T23:00:00Z"));
            assertThat(cells.until("local")).contains(Instant.parse("2026-12-01T23:00:00Z"));
            assertThat(cells.instant("spaced")).contains(Instant.parse("2026-12-01T23:00:30Z"));
            assertThat(cells.instant("exact")).contains(Instant.parse("2026-12-02T00:00:00.123456Z"));
        });
        assertThat(cells.isGood()).isTrue();
    }

    @Test
    void takesTheFirstAndTheLastDayForNoLimitInEveryZone() {
        for (String zone : List.of("Asia/Shanghai", "America/New_York", "UTC")) {
            var cells = cells(Map.of("first", "0001-01-01", "last", "9999-12-31", "before", "9999-12-30"));
            TenantScope.run(Caller.platform(tenantIn(zone)), () -> {
                assertThat(cells.instant("first")).as(zone).isEmpty();
                assertThat(cells.until("last")).as(zone).isEmpty();
                assertThat(cells.until("before")).as(zone).isPresent();
            });
            assertThat(cells.violations()).as(zone).isEmpty();
        }
    }

    @Test
    void gathersWhatIsWrongInItsRow() {
        var cells = cells(
                Map.of("n", "1.5", "big", "99", "d", "1,000", "day", "2021-02-30", "c", "never", "t", "too long"));
        cells.text("absent", 5);
        cells.text("t", 5);
        cells.whole("n", 0, 12);
        cells.whole("big", 0, 12);
        cells.decimal("d");
        TenantScope.run(Caller.platform(tenantIn("Asia/Tokyo")), () -> cells.instant("day"));
        cells.choice("c", ImportState.class);
        assertThat(cells.violations())
                .extracting((Violation wrong) -> wrong.field() + ":" + wrong.code() + ":" + wrong.row())
                .containsExactly(
                        "absent:required:7",
                        "t:too_long:7",
                        "n:malformed:7",
                        "big:out_of_range:7",
                        "d:malformed:7",
                        "day:malformed:7",
                        "c:not_one_of:7");
    }

    @Test
    void knowsCurrencies() {
        var cells = cells(Map.of("c", "USD", "wrong", "XXY"));
        assertThat(cells.currency("c")).contains(CurrencyCode.USD);
        assertThat(cells.currency("absent")).isEmpty();
        assertThat(cells.isGood()).isTrue();
        assertThat(cells.currency("wrong")).isEmpty();
        assertThat(cells.violations())
                .containsExactly(Violation.of("wrong", "unknown", "XXY").inRow(7));
    }

    @Test
    void takesOverWhatIsWrongWithADraft() {
        var cells = cells(Map.of());
        cells.addAll(List.of(Violation.of("name", "too_long", 5)), field -> "the_" + field);
        assertThat(cells.violations())
                .containsExactly(Violation.of("the_name", "too_long", 5).inRow(7));
    }

    private static Tenant tenantIn(String zone) {
        return new Tenant(
                new TenantId(7),
                "seven",
                "Seven",
                new ShardId("s0"),
                Locale.ENGLISH,
                CurrencyCode.CNY,
                ZoneId.of(zone));
    }

    private static ImportCells cells(Map<String, String> values) {
        return new ImportCells(new ImportRow(7, values));
    }
}

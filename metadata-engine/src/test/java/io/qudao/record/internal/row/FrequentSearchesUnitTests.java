package io.qudao.record.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FrequentSearchesUnitTests {
    private static final UUID ID = UUID.fromString("01a22db5-a7b0-710f-9ebd-85b8a0730eb1");

    private final FrequentSearches searches = new FrequentSearches();

    private String often(Supplier<SqlBuilder> search) {
        for (int i = 0; i < 10; i++) {
            assertThat(searches.fixed(search.get()).text())
                    .isEqualTo(search.get().text());
        }
        return searches.fixed(search.get()).text();
    }

    @Test
    void writesValuesIntoWhatIsAskedOften() {
        assertThat(often(() ->
                        SqlBuilder.of("where a = ? and b = ?::text and c >= ?", 7, "it's", new BigDecimal("1E+2"))))
                .isEqualTo("where a = (7) and b = 'it''s'::text and c >= (100)::numeric");
        assertThat(often(() -> SqlBuilder.of("where a in (?, ?) and b = ?", -1L, true, ID)))
                .isEqualTo("where a in ((-1)::int8, true) and b = '" + ID + "'::uuid");
        assertThat(often(() -> SqlBuilder.of(
                        "where a = ? or a = ?",
                        LocalDate.of(2026, 1, 31),
                        OffsetDateTime.parse("2026-01-31T10:00:00.5Z"))))
                .isEqualTo("where a = '2026-01-31'::date or a = '2026-01-31T10:00:00.500Z'::timestamptz");
    }

    @Test
    void leavesQuestionMarksThatAreNoParameters() {
        assertThat(often(() -> SqlBuilder.of("where a -> 'b?' ?? 'it''s ?' and c = ?", "?")))
                .isEqualTo("where a -> 'b?' ?? 'it''s ?' and c = '?'");
    }

    @Test
    void keepsParametersOfWhatIsAskedWithOtherValues() {
        for (int i = 0; i < 100; i++) {
            assertThat(searches.fixed(SqlBuilder.of("where a = ?", i)).text()).isEqualTo("where a = ?");
        }
    }

    @Test
    void keepsParametersThatAreNotPlain() {
        for (int i = 0; i < 20; i++) {
            assertThat(searches.fixed(SqlBuilder.of("where a = any(?)", (Object) new UUID[] {ID}))
                            .text())
                    .isEqualTo("where a = any(?)");
            assertThat(searches.fixed(SqlBuilder.of("where a = ?", "a\\'; --")).text())
                    .isEqualTo("where a = ?");
            assertThat(searches.fixed(SqlBuilder.of("where a = ?", LocalDate.of(10_000, 1, 1)))
                            .text())
                    .isEqualTo("where a = ?");
            assertThat(searches.fixed(SqlBuilder.of("where a = ?", "a".repeat(101)))
                            .text())
                    .isEqualTo("where a = ?");
        }
    }
}

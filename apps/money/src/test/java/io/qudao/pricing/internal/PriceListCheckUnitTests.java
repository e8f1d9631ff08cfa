package io.qudao.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceScope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListCheckUnitTests {
    @Test
    void refusesAKeyOfAListForEverybody() {
        assertThat(refusals(draft(PriceScope.BASE, "north", 0)))
                .containsExactly(Violation.of("scopeKey", "not_allowed", PriceScope.BASE));
        assertThat(refusals(draft(PriceScope.BASE, " ", 0))).isEmpty();
    }

    @Test
    void demandsAKeyOfAListForSome() {
        assertThat(refusals(draft(PriceScope.REGION, null, 0))).containsExactly(Violation.of("scopeKey", "required"));
    }

    @Test
    void refusesAContractWithNobodyKnown() {
        String nobody = Ids.next().toString();
        for (String key : List.of(nobody, "P-1")) {
            assertThat(refusals(draft(PriceScope.CONTRACT, key, 0)))
                    .containsExactly(Violation.of("scopeKey", "unknown", key));
        }
    }

    @Test
    void refusesPrioritiesOutOfRange() {
        for (int priority : List.of(-1, 1_000_001)) {
            assertThat(refusals(draft(PriceScope.BASE, null, priority)))
                    .containsExactly(Violation.of("priority", "out_of_range", 0, 1_000_000));
        }
    }

    private static List<Violation> refusals(Draft draft) {
        var violations = new Violations();
        PriceListCheck.clean(draft, id -> Optional.empty(), violations);
        return violations.list();
    }

    private static Draft draft(PriceScope scope, @Nullable String key, int priority) {
        return new Draft("L-1", "List", scope, key, priority, CurrencyCode.CNY, true, Value.Fields.EMPTY);
    }
}

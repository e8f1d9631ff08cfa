package io.qudao.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderReferences;
import io.qudao.partner.PartnerId;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftPolicyUnitTests {
    @Test
    void takesAnExternalNumberOfSomeLength() {
        for (String number : new String[] {"", " ", "9".repeat(101)}) {
            assertThat(DraftPolicy.EXTERNAL_NUMBER_HAS_A_LENGTH.refusal(draft(number, 1)))
                    .contains(Violation.of("externalNumber", "length", 1, 100));
        }
        assertThat(DraftPolicy.EXTERNAL_NUMBER_HAS_A_LENGTH.refusal(draft("9".repeat(100), 1)))
                .isEmpty();
        assertThat(DraftPolicy.EXTERNAL_NUMBER_HAS_A_LENGTH.refusal(draft(null, 1)))
                .isEmpty();
    }

    @Test
    void takesFromOneTo2000Lines() {
        for (int lines : new int[] {0, 2_001}) {
            assertThat(DraftPolicy.HAS_SOME_LINES.refusal(draft(null, lines)))
                    .contains(Violation.of("lines", "size", 1, 2_000));
        }
        assertThat(DraftPolicy.HAS_SOME_LINES.refusal(draft(null, 2_000))).isEmpty();
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(DraftPolicy.refusals(draft("", 0)))
                .extracting(Violation::field)
                .containsExactly("externalNumber", "lines");
    }

    private static OrderDraft draft(@Nullable String number, int lines) {
        var line = new OrderDraft.Line(new SkuId(Ids.next()), new Quantity(1, "each"));
        return new OrderDraft(
                new PartnerId(Ids.next()),
                new PartnerId(Ids.next()),
                null,
                Collections.nCopies(lines, line),
                null,
                new OrderReferences(number),
                Map.of());
    }
}

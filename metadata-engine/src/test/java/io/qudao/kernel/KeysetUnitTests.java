package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysetUnitTests {
    @Test
    void startsNextPageAfterLastRow() {
        var page = Keyset.slice(List.of("a", "水", "c"), 2, row -> List.of(row, "id"));
        assertThat(page.items()).containsExactly("a", "水");
        assertThat(Keyset.after(page.next(), 2)).containsExactly("水", "id");
    }

    @Test
    void hasNoNextPageAtTheEnd() {
        assertThat(Keyset.slice(List.of("a"), 1, List::of).next()).isNull();
    }

    @Test
    void refusesForeignCursorsAndLimits() {
        assertThatThrownBy(() -> Keyset.after("%%%", 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Keyset.after("YQ", 2)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Keyset.limit(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Keyset.limit(501)).isInstanceOf(ProblemException.class);
    }

    @Test
    void startsAListFromTheNewestDownWithoutAnId() {
        var last = new UUID(1, 2);
        var page = Keyset.slice(List.of(last, last), 1, id -> List.of(id.toString()));
        assertThat(Keyset.before(page.next())).isEqualTo(last);
        assertThat(Keyset.before(null)).isNull();
        assertThat(Keyset.before("")).isNull();
    }

    @Test
    void readsInstants() {
        assertThat(Keyset.instant("")).isEqualTo(Instant.EPOCH);
        assertThat(Keyset.instant("2026-03-01T08:00:00.123456Z")).isEqualTo("2026-03-01T08:00:00.123456Z");
        for (String stored : List.of("0001-01-01T00:00:00Z", "1969-12-31T16:00:00Z", "9999-12-31T23:59:59.999999Z")) {
            assertThat(Keyset.instant(stored)).isEqualTo(stored);
        }
        for (String wrong : List.of("today", "-0001-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z")) {
            assertThatThrownBy(() -> Keyset.instant(wrong)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void gathersAllViolationsOfAnInput() {
        var violations = new Violations();
        assertThat(violations.text("name", " Water ", 10)).isEqualTo("Water");
        violations.text("code", " ", 10);
        violations.text("note", "far too long", 3);
        violations.choice("kind", "NONE", ProblemCode.Kind.class);
        assertThatThrownBy(() -> violations.failIfAny(CommonProblem.INVALID_INPUT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::field, Violation::code)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("code", "required"),
                                        org.assertj.core.groups.Tuple.tuple("note", "too_long"),
                                        org.assertj.core.groups.Tuple.tuple("kind", "not_one_of")));
    }
}

package io.qudao.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitUnitTests {
    private static final Unit CASE = new Unit("case", 24, 1);

    @Test
    void countsBaseUnitsExactly() { // U1
        assertThat(CASE.base(3)).hasValue(72);
        assertThat(new Unit("half", 1, 2).base(6)).hasValue(3);
        assertThat(new Unit("pair of thirds", 2, 3).base(3)).hasValue(2);
    }

    @Test
    void refusesBrokenBaseUnits() { // U1
        assertThat(new Unit("half", 1, 2).base(7)).isEmpty();
        assertThat(CASE.fromBase(25)).isEmpty();
    }

    @Test
    void refusesQuantitiesTooLargeToCount() { // U1
        assertThat(CASE.base(Long.MAX_VALUE / 2)).isEmpty();
        assertThat(Unit.base("each").base(Long.MAX_VALUE)).hasValue(Long.MAX_VALUE);
    }

    @Test
    void comesBackFromBaseUnitsUnchanged() { // U2
        var random = new Random(11);
        for (int turn = 0; turn < 10_000; turn++) {
            var unit = new Unit("u", 1 + random.nextInt(500), 1 + random.nextInt(500));
            long quantity = random.nextLong(-1_000_000, 1_000_000);
            OptionalLong base = unit.base(quantity);
            if (base.isPresent()) {
                assertThat(unit.fromBase(base.getAsLong())).hasValue(quantity);
            } else {
                assertThat(quantity * unit.numerator() % unit.denominator()).isNotZero();
            }
        }
    }

    @Test
    void knowsTheMostThatIsWholeAndThere() { // U1
        assertThat(CASE.step()).isEqualTo(1);
        assertThat(CASE.most(95)).isEqualTo(3);
        var half = new Unit("half", 1, 2);
        assertThat(half.step()).isEqualTo(2);
        assertThat(half.most(3)).isEqualTo(6);
        assertThat(new Unit("four sixths", 4, 6).most(5)).isEqualTo(6);
        assertThat(half.most(-1)).isZero();
        assertThat(half.most(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void refusesFactorsThatAreNotPositive() { // U1
        assertThatThrownBy(() -> new Unit("none", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unit("none", 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}

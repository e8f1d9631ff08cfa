package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffUnitTests {

    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));

    @Test
    void doublesThePauseUpToTheLongest() {
        assertThat(IntStream.of(1, 2, 3, 6, 7, 8, 1_000).mapToObj(backOff::pause))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void countsDeathsInARowOfEachServiceByItself() {
        assertThat(backOff.died("redis", Duration.ofHours(1))).isEqualTo(1);
        assertThat(backOff.died("redis", Duration.ofSeconds(59))).isEqualTo(2);
        assertThat(backOff.died("gateway", Duration.ZERO)).isEqualTo(1);
        assertThat(backOff.died("redis", Duration.ofSeconds(60))).isEqualTo(1);
    }
}

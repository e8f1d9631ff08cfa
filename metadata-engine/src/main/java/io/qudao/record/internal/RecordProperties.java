package io.qudao.record.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param slowest a list that takes longer is refused
 * @param settle time after which every node fills a new slot; those of records from before are filled from then on
 * @param retire time after which no work under an earlier release is left that reads a slot given up
 */
@ConfigurationProperties("qudao.record")
record RecordProperties(
        @DefaultValue("15s") Duration slowest,
        @DefaultValue("3s") Duration settle,
        @DefaultValue("2m") Duration retire) {
    RecordProperties {
        if (slowest.isNegative() || slowest.isZero()) {
            throw new IllegalArgumentException("qudao.record.slowest must be positive");
        }
    }
}

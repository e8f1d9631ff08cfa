package io.qudao.record.internal.row;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param slowest a list that takes longer than this is refused
 * @param settle time after which every node fills a new slot; filling older records starts then
 * @param retire time after which no work under an earlier release can read a slot that was given up
 */
@ConfigurationProperties("qudao.record")
public record RecordProperties(
        @DefaultValue("15s") Duration slowest,
        @DefaultValue("3s") Duration settle,
        @DefaultValue("2m") Duration retire) {
    public RecordProperties {
        if (slowest.isNegative() || slowest.isZero()) {
            throw new IllegalArgumentException("qudao.record.slowest must be positive");
        }
    }
}

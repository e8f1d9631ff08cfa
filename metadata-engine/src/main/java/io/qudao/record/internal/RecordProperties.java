package io.qudao.record.internal;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param zone whose day {@code today()} is
 * @param slowest a list that takes longer is refused
 * @param settle time after which every node works with a new slot; filling starts then
 */
@ConfigurationProperties("qudao.record")
record RecordProperties(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("15s") Duration slowest,
        @DefaultValue("3s") Duration settle) {
    RecordProperties {
        if (slowest.isNegative() || slowest.isZero()) {
            throw new IllegalArgumentException("qudao.record.slowest must be positive");
        }
    }
}

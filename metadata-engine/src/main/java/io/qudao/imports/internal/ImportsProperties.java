package io.qudao.imports.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of imports.
 *
 * @param maxSize maximum size of a file, decompressed
 * @param chunk rows checked and stored in one transaction
 * @param workers imports processed at the same time on this node
 * @param poll longest time until this node picks up an import that another node left
 */
@ConfigurationProperties("qudao.imports")
record ImportsProperties(
        @DefaultValue("256MB") DataSize maxSize,
        @DefaultValue("1000") int chunk,
        @DefaultValue("2") int workers,
        @DefaultValue("2s") Duration poll) {
    ImportsProperties {
        if (maxSize.toBytes() <= 0 || chunk < 1 || workers < 1 || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("qudao.imports needs positive bounds");
        }
    }
}

package io.qudao.rest.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param maxBody maximum size of a JSON body */
@ConfigurationProperties("qudao.rest")
record RestProperties(@DefaultValue("4MB") DataSize maxBody) {
    RestProperties {
        if (maxBody.toBytes() <= 0) {
            throw new IllegalArgumentException("qudao.rest.max-body must be positive");
        }
    }
}

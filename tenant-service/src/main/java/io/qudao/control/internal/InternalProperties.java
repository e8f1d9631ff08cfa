package io.qudao.control.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for calls between the programs.
 *
 * @param secret shared by the programs of one installation, generated at its first start
 */
@ConfigurationProperties("qudao.internal")
record InternalProperties(String secret) {

    InternalProperties {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("qudao.internal.secret needs at least 16 characters");
        }
    }
}

package io.qudao.control.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Calls between the programs.
 *
 * @param secret shared by the programs of one installation, made at its first start
 */
@ConfigurationProperties("qudao.internal")
record InternalProperties(String secret) {

    InternalProperties {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("qudao.internal.secret needs at least 16 characters");
        }
    }
}

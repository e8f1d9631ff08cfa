package io.qudao.control.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The control plane's database.
 *
 * @param url JDBC address of the database
 * @param username application role, which owns nothing and is subject to row security
 * @param ownerUsername role that owns and migrates the schema
 */
@ConfigurationProperties("qudao.control")
record ControlProperties(
        String url,
        String username,
        String password,
        String ownerUsername,
        String ownerPassword,
        @DefaultValue("16") int poolSize) {

    ControlProperties {
        if (username.equals(ownerUsername)) {
            throw new IllegalArgumentException(
                    "qudao.control.username must not be the owner: row security would not hold for it");
        }
    }
}

package io.qudao.permission.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address of the identity provider, and the secret by which programs of the platform recognise each other.
 *
 * @param identity base address of tenant-service, on this machine or the private network
 */
@ConfigurationProperties("qudao")
record PermissionProperties(Identity identity, Internal internal) {
    private static final int SHORTEST_SECRET = 16;

    PermissionProperties {
        if (identity == null || identity.url().isBlank()) {
            throw new IllegalArgumentException("qudao.identity.url is not set");
        }
        if (internal == null || internal.secret().length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "qudao.internal.secret must have at least " + SHORTEST_SECRET + " characters");
        }
    }

    record Identity(String url) {}

    record Internal(String secret) {}
}

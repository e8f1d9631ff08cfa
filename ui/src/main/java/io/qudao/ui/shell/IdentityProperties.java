package io.qudao.ui.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people sign in.
 *
 * @param url address of the tenant-service as this node reaches it
 * @param clientSecret of the client {@code qudao-ui}
 */
@ConfigurationProperties("qudao.identity")
record IdentityProperties(String url, String clientSecret) {
    IdentityProperties {
        if (clientSecret == null || clientSecret.isBlank()) {
            throw new IllegalArgumentException("qudao.identity.client-secret is not set");
        }
    }
}

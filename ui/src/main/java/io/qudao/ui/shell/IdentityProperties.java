package io.qudao.ui.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of sign-in.
 *
 * @param url URL of the tenant-service as reached by this node
 * @param clientSecret secret of the client {@code qudao-ui}
 */
@ConfigurationProperties("qudao.identity")
record IdentityProperties(String url, String clientSecret) {
    IdentityProperties {
        if (clientSecret == null || clientSecret.isBlank()) {
            throw new IllegalArgumentException("qudao.identity.client-secret is not set");
        }
    }
}

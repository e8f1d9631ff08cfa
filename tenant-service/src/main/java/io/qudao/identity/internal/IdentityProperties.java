package io.qudao.identity.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets and times of identity.
 *
 * @param uiClientSecret secret of the platform's own user interface as a client
 * @param keySecret seals the private keys in the database
 * @param tokenLife of an access token
 * @param sessionLife of a sign-in, and of the refresh tokens granted in it
 * @param keyLife how long a key signs
 * @param keyLead how long a key is published before it signs
 * @param freeAttempts to sign in that may follow each other without a wait
 * @param longestWait after an attempt that failed
 * @param attemptWindow after which failures are forgotten
 */
@ConfigurationProperties("qudao.identity")
record IdentityProperties(
        String uiClientSecret,
        String keySecret,
        @DefaultValue("15m") Duration tokenLife,
        @DefaultValue("12h") Duration sessionLife,
        @DefaultValue("30d") Duration keyLife,
        @DefaultValue("10m") Duration keyLead,
        @DefaultValue("5") int freeAttempts,
        @DefaultValue("60s") Duration longestWait,
        @DefaultValue("15m") Duration attemptWindow) {

    IdentityProperties {
        if (keySecret.length() < 16 || uiClientSecret.length() < 16) {
            throw new IllegalArgumentException(
                    "qudao.identity.key-secret and ui-client-secret need at least 16 characters");
        }
    }
}

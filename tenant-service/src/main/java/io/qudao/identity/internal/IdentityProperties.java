package io.qudao.identity.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets and durations of identity.
 *
 * @param uiClientSecret secret of the platform's own user interface as a client
 * @param keySecret encrypts the private keys in the database
 * @param tokenLife lifetime of an access token
 * @param sessionLife lifetime of a sign-in session and of the refresh tokens granted in it
 * @param keyLife how long a key signs
 * @param keyLead how long a key is published before it signs
 * @param freeAttempts consecutive sign-in attempts without a delay
 * @param longestWait maximum delay after a failed attempt
 * @param attemptWindow time after which failures are forgotten
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

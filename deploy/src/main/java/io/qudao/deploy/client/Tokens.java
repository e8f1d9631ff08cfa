package io.qudao.deploy.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The access token of one API client, renewed before it expires. */
final class Tokens {
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Connection connection;
    private final String host;
    private final Credentials credentials;
    private String token = "";
    private long renewAt = System.nanoTime();

    Tokens(Connection connection, String host, Credentials credentials) {
        this.connection = connection;
        this.host = host;
        this.credentials = credentials;
    }

    synchronized void forget() {
        token = "";
    }

    synchronized String current() throws InterruptedException {
        if (token.isEmpty() || System.nanoTime() - renewAt > 0) {
            renew();
        }
        return token;
    }

    private void renew() throws InterruptedException {
        var basic = Base64.getEncoder()
                .encodeToString((credentials.id() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
        var headers = Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded");
        var answer = connection
                .persist(host, "POST", "/oauth2/token", "grant_type=client_credentials&scope=api", headers)
                .orFail("Asking for a token")
                .json();
        token = answer.path("access_token").asString();
        var lasts = Duration.ofSeconds(answer.path("expires_in").asLong(300));
        renewAt = System.nanoTime() + lasts.toNanos() - Math.min(EARLY.toNanos(), lasts.toNanos() / 2);
    }
}

package io.qudao.provisioning.internal;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The one call to the platform. */
@Component
class Platform {

    private final RestClient http;

    Platform(PlatformProperties properties, @Value("${qudao.internal.secret}") String secret) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + secret)
                .build();
    }

    record Admin(UUID personId, String name, String email) {}

    record Client(UUID clientId, String name) {}

    record NewTenant(
            int tenantId,
            String slug,
            String name,
            String locale,
            String currency,
            String shard,
            Admin admin,
            @Nullable Client client) {}

    /** Empty when the platform has the tenant's rows, else why not. */
    Optional<String> create(NewTenant tenant) {
        try {
            http.post()
                    .uri("/internal/tenants")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(tenant)
                    .retrieve()
                    .toBodilessEntity();
            return Optional.empty();
        } catch (RestClientException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }
}

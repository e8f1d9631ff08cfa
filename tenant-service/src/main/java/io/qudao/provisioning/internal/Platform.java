package io.qudao.provisioning.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Notifies the platform of tenants and programs. */
@Component
class Platform {

    private final RestClient http;

    Platform(RestClient platform) {
        this.http = platform;
    }

    record Admin(UUID personId, String name, String email) {}

    /** @param active false for a removed program */
    record Client(UUID clientId, String name, boolean active) {}

    record NewTenant(
            int tenantId,
            String slug,
            String name,
            String locale,
            String currency,
            String shard,
            Admin admin,
            @Nullable Client client) {}

    /** Returns empty if the platform has the tenant's rows, otherwise the reason why not. */
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

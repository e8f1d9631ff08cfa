package io.qudao.permission.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TenantId;
import io.qudao.permission.NewMember;
import io.qudao.permission.PermissionProblem;
import io.qudao.tenancy.Tenant;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Calls the identity provider over its internal endpoints. A refusal is passed on as a refusal; only a missing answer
 * counts as an outage.
 */
@Component
final class IdentityClient {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final RestClient http;
    private final InnerRefusals refusals;

    IdentityClient(PermissionProperties properties, InnerRefusals refusals) {
        this.refusals = refusals;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(ANSWER);
        http = RestClient.builder()
                .baseUrl(properties.identity().url())
                .requestFactory(requests)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + properties.internal().secret())
                .build();
    }

    /** Returns the id of the person with this e-mail address and registers the person as a member of the tenant. */
    UUID person(Tenant tenant, NewMember member) {
        Locale locale = member.locale() == null ? tenant.locale() : member.locale();
        var request = new Request(
                tenant.id().value(), member.name(), member.email(), locale.toLanguageTag(), member.password());
        try {
            var answer = http.post()
                    .uri("/internal/people")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(request)
                    .retrieve()
                    .onStatus(HttpStatusCode::is4xxClientError, (sent, refused) -> refusals.raise(refused))
                    .body(Answer.class);
            if (answer == null) {
                throw new ProblemException(PermissionProblem.IDENTITY_DOWN);
            }
            return answer.personId();
        } catch (RestClientException failed) {
            throw new ProblemException(PermissionProblem.IDENTITY_DOWN, List.of(), failed);
        }
    }

    /**
     * Deactivates or reactivates a person or a program at the identity provider; does nothing if they are unknown
     * there.
     */
    void state(TenantId tenant, String subject, boolean active) {
        try {
            http.put()
                    .uri("/internal/members/{subject}/state", subject)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new State(tenant.value(), active))
                    .retrieve()
                    .onStatus(status -> status.isSameCodeAs(HttpStatus.NOT_FOUND), (sent, unknown) -> {})
                    .onStatus(HttpStatusCode::is4xxClientError, (sent, refused) -> refusals.raise(refused))
                    .toBodilessEntity();
        } catch (RestClientException failed) {
            throw new ProblemException(PermissionProblem.IDENTITY_DOWN, List.of(), failed);
        }
    }

    /** Returns what was revoked since a moment, or everything still in effect. */
    RevokedSince revokedSince(@Nullable Instant moment) {
        try {
            var answer = http.get()
                    .uri(address -> address.path("/internal/revocations")
                            .queryParamIfPresent("since", Optional.ofNullable(moment))
                            .build())
                    .retrieve()
                    .onStatus(HttpStatusCode::is4xxClientError, (sent, refused) -> refusals.raise(refused))
                    .body(RevokedSince.class);
            if (answer == null) {
                throw new ProblemException(PermissionProblem.IDENTITY_DOWN);
            }
            return answer;
        } catch (RestClientException failed) {
            throw new ProblemException(PermissionProblem.IDENTITY_DOWN, List.of(), failed);
        }
    }

    record RevokedSince(Instant asOf, List<Revoked> revoked) {}

    record Revoked(int tenantId, String id, Instant until) {}

    private record State(int tenantId, boolean active) {}

    private record Request(
            int tenantId,
            String name,
            String email,
            String locale,
            @Nullable String password) {}

    private record Answer(UUID personId) {}
}

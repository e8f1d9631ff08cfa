package io.qudao.onboarding.web;

import io.qudao.identity.ApiClient;
import io.qudao.identity.ApiClients;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.TextRules;
import io.qudao.onboarding.ClientOrders;
import io.qudao.registry.CurrentTenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets a tenant's admins manage its programs; the security chain has checked their role. */
@RestController
@RequestMapping("/api/v1/clients")
class ClientsController {

    private static final int NAME_LENGTH = 80;

    private final ApiClients clients;
    private final ClientOrders orders;

    ClientsController(ApiClients clients, ClientOrders orders) {
        this.clients = clients;
        this.orders = orders;
    }

    record Clients(List<ApiClient> items) {}

    record NewClient(@Nullable String name) {}

    /** @param secret shown only this once */
    record Created(UUID id, String name, String secret) {}

    @GetMapping
    @Permits("client.manage")
    Clients list() {
        return new Clients(clients.list(tenant()));
    }

    @PostMapping
    @Permits("client.manage")
    ResponseEntity<Created> create(@RequestBody NewClient client) {
        var name = client.name() == null ? "" : client.name().strip();
        ProblemException.failIfAny(
                CommonProblem.INVALID_INPUT,
                TextRules.check("name", name, NAME_LENGTH).stream().toList());
        return shown(HttpStatus.CREATED, orders.create(tenant(), name));
    }

    /** Replaces the secret; the old one and its tokens stop working at once. */
    @PostMapping("/{id}/secret")
    @Permits("client.manage")
    ResponseEntity<Created> renewSecret(@PathVariable UUID id) {
        return clients.renewSecret(tenant(), id)
                .map(issued -> shown(HttpStatus.OK, issued))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private static ResponseEntity<Created> shown(HttpStatus status, ApiClients.Issued issued) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Created(issued.client().id(), issued.client().name(), issued.secret()));
    }

    @DeleteMapping("/{id}")
    @Permits("client.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        if (!orders.remove(tenant(), id)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }

    private static TenantId tenant() {
        return CurrentTenant.get().tenant().id();
    }
}

package io.qudao.identity.web;

import io.qudao.identity.ApiClients;
import io.qudao.identity.Memberships;
import io.qudao.identity.NewMember;
import io.qudao.identity.Revocations;
import io.qudao.identity.Role;
import io.qudao.identity.SigningKeys;
import io.qudao.kernel.Anonymous;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import io.qudao.registry.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Internal endpoints of identity for the other programs and operators; a filter has checked the installation's secret.
 */
@RestController
@RequestMapping("/internal")
class InternalController {

    private final Memberships memberships;
    private final ApiClients clients;
    private final Revocations revocations;
    private final Tenants tenants;
    private final SigningKeys keys;

    InternalController(
            Memberships memberships, ApiClients clients, Revocations revocations, Tenants tenants, SigningKeys keys) {
        this.memberships = memberships;
        this.clients = clients;
        this.revocations = revocations;
        this.tenants = tenants;
        this.keys = keys;
    }

    record Person(
            @Nullable Integer tenantId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String locale,
            @Nullable String password) {

        NewMember member() {
            return new NewMember(
                    email == null ? "" : email,
                    name == null ? "" : name,
                    locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale),
                    Role.MEMBER,
                    password);
        }
    }

    record PersonId(UUID personId) {}

    @PostMapping("/people")
    @Anonymous
    PersonId admit(@RequestBody Person person) {
        var broken = new ArrayList<>(memberships.check(person.member()));
        var tenant = tenant(person.tenantId(), broken);
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, broken);
        return new PersonId(
                memberships.admit(tenant, memberships.prepare(person.member())).person());
    }

    record NewPassword(@Nullable Integer tenantId, @Nullable String password) {}

    @PutMapping("/people/{person}/password")
    @Anonymous
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@PathVariable UUID person, @RequestBody NewPassword change) {
        var broken = new ArrayList<Violation>();
        var tenant = tenant(change.tenantId(), broken);
        if (change.password() == null) {
            broken.add(Violation.of("password", "required"));
        }
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, broken);
        requireThere(memberships.changePassword(tenant, person, String.valueOf(change.password())));
    }

    @DeleteMapping("/people/{person}")
    @Anonymous
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID person, @RequestParam int tenantId) {
        var broken = new ArrayList<Violation>();
        var tenant = tenant(tenantId, broken);
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, broken);
        requireThere(memberships.dismiss(tenant, person));
    }

    record MemberState(@Nullable Integer tenantId, @Nullable Boolean active) {}

    /** Deactivates or reactivates a person or a program at a tenant. */
    @PutMapping("/members/{id}/state")
    @Anonymous
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setState(@PathVariable UUID id, @RequestBody MemberState state) {
        var broken = new ArrayList<Violation>();
        var tenant = tenant(state.tenantId(), broken);
        if (state.active() == null) {
            broken.add(Violation.of("active", "required"));
        }
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, broken);
        boolean active = Boolean.TRUE.equals(state.active());
        requireThere(memberships.setActive(tenant, id, active) || clients.setActive(tenant, id, active));
    }

    /** Returns what nodes must refuse although it has not expired. */
    @GetMapping("/revocations")
    @Anonymous
    Revocations.Since revocations(@RequestParam(required = false) @Nullable Instant since) {
        return revocations.since(since);
    }

    @PostMapping("/keys/rotate")
    @Anonymous
    SigningKeys.NextKey rotate() {
        return keys.rotate();
    }

    private static void requireThere(boolean there) {
        if (!there) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }

    private TenantId tenant(@Nullable Integer id, List<Violation> broken) {
        if (id == null || id <= 0 || tenants.byId(new TenantId(id)).isEmpty()) {
            broken.add(Violation.of("tenantId", id == null ? "required" : "tenant_unknown"));
            return new TenantId(Integer.MAX_VALUE);
        }
        return new TenantId(id);
    }
}

package io.qudao.permission.web;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import io.qudao.permission.Members;
import io.qudao.permission.PermissionProblem;
import io.qudao.permission.Programs;
import io.qudao.tenancy.HomeOffice;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.Tenants;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Receives new tenants from the control plane; the internal secret has already been checked. */
@RestController
class TenantController {
    private final Tenants tenants;
    private final Programs programs;
    private final Members members;
    private final HomeOffice office;

    TenantController(Tenants tenants, Programs programs, Members members, HomeOffice office) {
        this.tenants = tenants;
        this.programs = programs;
        this.members = members;
        this.office = office;
    }

    /**
     * Creates the tenant unless it already exists with the same id and slug, then adds or removes the given program.
     */
    @PostMapping("/internal/tenants")
    @ResponseStatus(HttpStatus.CREATED)
    @Anonymous
    Made create(@RequestBody NewTenant body) {
        var wanted = body.checked();
        if (!tenants.create(wanted) && !isThere(wanted.tenant())) {
            throw new ProblemException(
                    PermissionProblem.TENANT_EXISTS, wanted.tenant().slug());
        }
        var program = body.client();
        if (program != null && program.there()) {
            programs.added(wanted.tenant(), program.clientId(), program.name());
        } else if (program != null) {
            programs.removed(wanted.tenant(), program.clientId());
        }
        return new Made(wanted.tenant().id().value(), wanted.tenant().slug());
    }

    /** Returns whether a member holds all rights of the tenant and may therefore grant them. */
    @GetMapping("/internal/tenants/{id}/members/{subject}/rights")
    @Anonymous
    Rights rights(@PathVariable int id, @PathVariable String subject) {
        var tenant = tenants.byId(new TenantId(id))
                .orElseThrow(() -> new ProblemException(PermissionProblem.UNKNOWN_TENANT, id));
        var caller = members.callerOf(tenant, subject, null);
        return new Rights(caller.may("*") && office.isActing(caller));
    }

    record Rights(boolean all) {}

    private boolean isThere(Tenant wanted) {
        return tenants.byId(wanted.id())
                .filter(there -> there.slug().equals(wanted.slug()))
                .isPresent();
    }

    record Made(int tenantId, String slug) {}

    record Person(UUID personId, String name, String email) {}

    /** @param active false for a removed program */
    record Program(String clientId, String name, @Nullable Boolean active) {
        boolean there() {
            return !Boolean.FALSE.equals(active);
        }
    }

    /** A tenant as sent by the control plane. */
    record NewTenant(
            int tenantId,
            String slug,
            String name,
            String locale,
            String currency,
            String shard,
            @Nullable String zone,
            Person admin,
            @Nullable Program client) {
        Tenants.NewTenant checked() {
            var violations = new ArrayList<Violation>();
            if (slug == null || !slug.matches("[a-z][a-z0-9-]{1,30}")) {
                violations.add(Violation.of("slug", "not_valid"));
            }
            if (admin == null || admin.personId() == null || admin.name() == null) {
                violations.add(Violation.of("admin", "required"));
            }
            var id = read("tenantId", () -> new TenantId(tenantId), violations);
            var home = read("shard", () -> new ShardId(shard), violations);
            var days = read("zone", () -> zone == null ? Tenant.HOME : ZoneId.of(zone), violations);
            var money = read("currency", () -> new CurrencyCode(currency), violations);
            ProblemException.failIfAny(CommonProblem.INVALID_INPUT, violations);
            var tenant = new Tenant(
                    id.getFirst(),
                    slug,
                    name,
                    home.getFirst(),
                    Locale.forLanguageTag(locale),
                    money.getFirst(),
                    days.getFirst());
            return new Tenants.NewTenant(
                    tenant,
                    new Tenants.Admin(admin.personId(), admin.name(), admin.email()),
                    client == null || !client.there() ? null : new Tenants.Client(client.clientId(), client.name()));
        }

        /** Returns the value, or adds a violation and returns none. */
        private static <T> List<T> read(String field, Supplier<T> value, List<Violation> violations) {
            try {
                return List.of(value.get());
            } catch (IllegalArgumentException | NullPointerException | DateTimeException invalid) {
                violations.add(Violation.of(field, "not_valid"));
                return List.of();
            }
        }
    }
}

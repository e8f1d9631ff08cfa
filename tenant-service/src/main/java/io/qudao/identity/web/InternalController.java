package io.qudao.identity.web;

import io.qudao.identity.Memberships;
import io.qudao.identity.NewMember;
import io.qudao.identity.Role;
import io.qudao.identity.SigningKeys;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import io.qudao.registry.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the other programs and operators ask of identity; the filter before has checked the installation's secret. */
@RestController
@RequestMapping("/internal")
class InternalController {

    private final Memberships memberships;
    private final Tenants tenants;
    private final SigningKeys keys;

    InternalController(Memberships memberships, Tenants tenants, SigningKeys keys) {
        this.memberships = memberships;
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
    @ByModules
    PersonId admit(@RequestBody Person person) {
        var broken = new ArrayList<>(memberships.check(person.member()));
        var tenant = tenant(person.tenantId(), broken);
        ProblemException.failIfAny(Problems.INVALID_INPUT, broken);
        return new PersonId(
                memberships.admit(tenant, memberships.prepare(person.member())).person());
    }

    @PostMapping("/keys/rotate")
    @ByModules
    SigningKeys.NextKey rotate() {
        return keys.rotate();
    }

    private TenantId tenant(@Nullable Integer id, List<Violation> broken) {
        if (id == null || id <= 0 || tenants.byId(new TenantId(id)).isEmpty()) {
            broken.add(Violation.of("tenantId", id == null ? "required" : "tenant_unknown"));
            return new TenantId(Integer.MAX_VALUE);
        }
        return new TenantId(id);
    }
}

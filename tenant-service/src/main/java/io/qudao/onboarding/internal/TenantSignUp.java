package io.qudao.onboarding.internal;

import io.qudao.identity.ApiClients;
import io.qudao.identity.Memberships;
import io.qudao.identity.Origin;
import io.qudao.identity.Role;
import io.qudao.identity.SignIn;
import io.qudao.identity.SignInResult;
import io.qudao.kernel.Violation;
import io.qudao.onboarding.SignUp;
import io.qudao.onboarding.SignUpRequest;
import io.qudao.onboarding.SignUpResult;
import io.qudao.registry.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class TenantSignUp implements SignUp {

    private final Tenants tenants;
    private final Memberships memberships;
    private final ApiClients clients;
    private final SignIn signIn;
    private final NewTenants stored;
    private final SignUpGuard guard;

    TenantSignUp(
            Tenants tenants,
            Memberships memberships,
            ApiClients clients,
            SignIn signIn,
            NewTenants stored,
            SignUpGuard guard) {
        this.tenants = tenants;
        this.memberships = memberships;
        this.clients = clients;
        this.signIn = signIn;
        this.stored = stored;
        this.guard = guard;
    }

    @Override
    public SignUpResult signUp(SignUpRequest request, String address) {
        var wait = guard.count(address);
        if (wait.isPresent()) {
            return new SignUpResult.TooMany(wait.get());
        }
        var application = Application.of(request);
        var repeated = repeated(application, address);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var broken = Stream.of(
                        tenants.check(application.slug()),
                        application.violations(),
                        memberships.check(application.founder()))
                .flatMap(List::stream)
                .toList();
        return broken.isEmpty() ? store(application) : new SignUpResult.Invalid(broken);
    }

    private SignUpResult store(Application application) {
        var founder = memberships.prepare(application.founder());
        return stored.store(application, founder)
                .<SignUpResult>map(made -> stored.open(made.tenant(), made.client()))
                .orElseGet(() ->
                        new SignUpResult.Invalid(List.of(Violation.of("slug", "slug_taken", application.slug()))));
    }

    /**
     * Handles the case that the same admin requests the same tenant again with the same password because the response
     * was lost.
     */
    private Optional<SignUpResult> repeated(Application application, String address) {
        var founder = application.founder();
        return tenants.bySlug(application.slug())
                .filter(tenant -> founder.password() != null
                        && signIn.attempt(tenant.id(), founder.email(), founder.password(), new Origin(address, null))
                                instanceof SignInResult.SignedIn(var member, var _)
                        && member.role() == Role.ADMIN)
                .map(tenant -> stored.open(
                        tenant,
                        application.apiClient()
                                ? clients.reissueUnused(tenant.id()).orElse(null)
                                : null));
    }
}

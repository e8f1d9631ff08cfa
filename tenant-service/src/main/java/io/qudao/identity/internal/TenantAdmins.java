package io.qudao.identity.internal;

import io.qudao.identity.Memberships;
import io.qudao.identity.Role;
import io.qudao.registry.CurrentTenant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** People whose role at the current tenant is admin, as it is now and not when their token was made. */
@Component
class TenantAdmins implements AuthorizationManager<RequestAuthorizationContext> {

    private final Memberships memberships;

    TenantAdmins(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        return new AuthorizationDecision(
                authentication.get() instanceof JwtAuthenticationToken token && isAdmin(token));
    }

    private boolean isAdmin(JwtAuthenticationToken token) {
        boolean forItself = token.getName().equals(token.getToken().getClaimAsString("client_id"));
        return !forItself
                && CurrentTenant.find()
                        .flatMap(site -> memberships.find(site.tenant().id(), UUID.fromString(token.getName())))
                        .filter(member -> member.role() == Role.ADMIN)
                        .isPresent();
    }
}

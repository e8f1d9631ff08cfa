package io.qudao.identity.internal;

import io.qudao.identity.Memberships;
import io.qudao.identity.Role;
import io.qudao.kernel.TenantId;
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

/**
 * Determines who may manage the programs of the current tenant, as of now and not as of when their token was issued: a
 * person whose role is admin, or anybody who holds all rights on the platform, because a new program gets these rights.
 */
@Component
class TenantAdmins implements AuthorizationManager<RequestAuthorizationContext> {

    private final Memberships memberships;
    private final MemberRights rights;

    TenantAdmins(Memberships memberships, MemberRights rights) {
        this.memberships = memberships;
        this.rights = rights;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        return new AuthorizationDecision(
                authentication.get() instanceof JwtAuthenticationToken token && mayManage(token));
    }

    private boolean mayManage(JwtAuthenticationToken token) {
        return CurrentTenant.find()
                .map(site -> site.tenant().id())
                .filter(tenant -> isAdmin(tenant, token) || rights.hasAll(tenant, token.getName()))
                .isPresent();
    }

    private boolean isAdmin(TenantId tenant, JwtAuthenticationToken token) {
        boolean forItself = token.getName().equals(token.getToken().getClaimAsString("client_id"));
        return !forItself
                && memberships
                        .find(tenant, UUID.fromString(token.getName()))
                        .filter(member -> member.role() == Role.ADMIN)
                        .isPresent();
    }
}

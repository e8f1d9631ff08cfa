package io.qudao.permission.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.permission.Members;
import io.qudao.permission.PermissionProblem;
import io.qudao.rest.Languages;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.web.filter.OncePerRequestFilter;

/** Second check: the token must belong to the host's tenant. Binds the member for the rest of the request. */
final class ApiCallerFilter extends OncePerRequestFilter {
    private static final String PARTNER = "X-Qudao-Partner";

    private final Members members;

    ApiCallerFilter(Members members) {
        this.members = members;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tenant = TenantHostFilter.tenantOf(request);
        var token = token();
        requireSameTenant(token, tenant);
        var member = members.callerOf(tenant, token.getSubject(), wantedPartner(request));
        var caller = member.reading(Languages.of(request, member.locale()));
        try (var _ = MDC.putCloseable("tenant", tenant.slug());
                var _ = MDC.putCloseable("member", caller.member().toString())) {
            serve(caller, request, response, chain);
        }
    }

    private void serve(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            TenantScope.<@Nullable Void, Exception>call(caller, () -> pass(request, response, chain));
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private static @Nullable Void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        return null;
    }

    private static Jwt token() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Jwt jwt) {
            return jwt;
        }
        throw new ProblemException(CommonProblem.UNAUTHENTICATED);
    }

    private static void requireSameTenant(Jwt token, Tenant tenant) {
        var issuer = token.getClaimAsString(JwtClaimNames.ISS);
        boolean same = tenant.slug().equals(token.getClaimAsString("tenant"))
                && tenant.id().toString().equals(String.valueOf(token.<@Nullable Object>getClaim("tid")))
                && issuer != null
                && tenant.slug().equals(slugOf(URI.create(issuer)));
        if (!same) {
            throw new ProblemException(PermissionProblem.OTHER_TENANT);
        }
    }

    private static String slugOf(URI issuer) {
        return issuer.getHost() == null ? "" : TenantHostFilter.slugOf(issuer.getHost());
    }

    private static @Nullable UUID wantedPartner(HttpServletRequest request) {
        var header = request.getHeader(PARTNER);
        try {
            return header == null || header.isBlank() ? null : UUID.fromString(header.strip());
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of(PARTNER, "wrong_type", "uuid")), malformed);
        }
    }
}

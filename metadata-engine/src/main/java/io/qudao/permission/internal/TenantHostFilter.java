package io.qudao.permission.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.permission.PermissionProblem;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** First check: the host name identifies the tenant before anything else happens. */
final class TenantHostFilter extends OncePerRequestFilter {
    private static final String ATTRIBUTE = TenantHostFilter.class.getName();

    private final Tenants tenants;

    TenantHostFilter(Tenants tenants) {
        this.tenants = tenants;
    }

    static Tenant tenantOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Tenant tenant) {
            return tenant;
        }
        throw new IllegalStateException("The request's host was not resolved");
    }

    /** Returns the first label of a host with at least two, in lower case; empty for others. */
    static String slugOf(String host) {
        int end = host.indexOf('.');
        return end <= 0 || Character.isDigit(host.charAt(0))
                ? ""
                : host.substring(0, end).toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName();
        var tenant = tenants.bySlug(slugOf(host))
                .orElseThrow(() -> new ProblemException(PermissionProblem.UNKNOWN_TENANT, host));
        request.setAttribute(ATTRIBUTE, tenant);
        chain.doFilter(request, response);
    }
}

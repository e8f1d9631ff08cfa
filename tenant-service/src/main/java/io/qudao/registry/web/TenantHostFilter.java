package io.qudao.registry.web;

import io.qudao.control.PublicAddress;
import io.qudao.control.web.ProblemWriter;
import io.qudao.kernel.CommonProblem;
import io.qudao.registry.CurrentTenant;
import io.qudao.registry.TenantSite;
import io.qudao.registry.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Determines and binds the tenant of a request by its host, and refuses what that host does not serve. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TenantHostFilter extends OncePerRequestFilter {

    private static final String LOOPBACK = "127.0.0.1";

    private final Tenants tenants;
    private final PublicAddress address;
    private final ProblemWriter problems;

    TenantHostFilter(Tenants tenants, PublicAddress address, ProblemWriter problems) {
        this.tenants = tenants;
        this.address = address;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var place = Place.of(request.getRequestURI());
        if (place == Place.ANYWHERE) {
            chain.doFilter(request, response);
            return;
        }
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        boolean site = host.equals(address.domain()) || host.equals(LOOPBACK);
        if (site && place != Place.TENANT) {
            chain.doFilter(new RequestAt(request, address.site()), response);
            return;
        }
        var found = site || place == Place.SITE ? null : tenants.atHost(host).orElse(null);
        if (found == null) {
            refuse(request, response);
        } else {
            enter(found, request, response, chain);
        }
    }

    private static void enter(
            TenantSite site, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = MDC.putCloseable("tenant", site.tenant().slug())) {
            CurrentTenant.call(site, () -> {
                chain.doFilter(new RequestAt(request, site.origin()), response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, CommonProblem.NOT_FOUND);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

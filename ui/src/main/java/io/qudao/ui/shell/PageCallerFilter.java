package io.qudao.ui.shell;

import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.ProblemException;
import io.qudao.permission.Members;
import io.qudao.permission.Revocations;
import io.qudao.rest.ProblemWriter;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the caller to each request of a signed-in person, for pages and their round trips. The tenant comes from the
 * host; a session of another tenant is not accepted. Rights are loaded for each request, so a revoked right has no
 * effect any more.
 */
final class PageCallerFilter extends OncePerRequestFilter {
    /** Session attribute: the id of the partner acted for, if the person has chosen one. */
    static final String PARTNER = "qudao.partner";

    private final Tenants tenants;
    private final Members members;
    private final Revocations revocations;
    private final ProblemWriter problems;
    private final RefusalPage refusal;

    PageCallerFilter(
            Tenants tenants, Members members, Revocations revocations, ProblemWriter problems, RefusalPage refusal) {
        this.tenants = tenants;
        this.revocations = revocations;
        this.members = members;
        this.problems = problems;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = user();
        if (user == null) {
            chain.doFilter(request, response);
            return;
        }
        var tenant = tenant(request).filter(found -> found.slug().equals(user.getClaimAsString("tenant")));
        if (tenant.isEmpty()) {
            leave(request, response);
            return;
        }
        if (isRevoked(tenant.get(), user)) {
            signOut(request, response, chain);
            return;
        }
        Caller caller;
        try {
            caller = caller(tenant.get(), user, request);
        } catch (ProblemException refused) {
            end(request);
            refuse(request, response, refused);
            return;
        }
        try {
            proceed(caller, request, response, chain);
        } catch (ProblemException problem) {
            refuse(request, response, problem);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        if (RefusalPage.isFor(request)) {
            refusal.write(request, response, problem);
        } else {
            problems.write(request, response, problem);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private Caller caller(Tenant tenant, OidcUser user, HttpServletRequest request) {
        var session = request.getSession(false);
        var partner = session == null ? null : (UUID) session.getAttribute(PARTNER);
        var caller = members.callerOf(tenant, user.getSubject(), partner);
        return LanguageCookie.read(request)
                .filter(chosen -> !Languages.same(chosen, caller.locale()))
                .map(caller::reading)
                .orElse(caller);
    }

    private static void proceed(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            TenantScope.call(caller, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }

    private boolean isRevoked(Tenant tenant, OidcUser user) {
        var session = user.getClaimAsString(AccessTokens.SESSION);
        return session != null && revocations.isRevoked(tenant.id(), session);
    }

    /**
     * Handles a session that was signed out elsewhere: pages start again, and requests of their scripts find no
     * session.
     */
    private static void signOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (RefusalPage.isFor(request)) {
            leave(request, response);
        } else {
            end(request);
            chain.doFilter(request, response);
        }
    }

    /** Rejects a session that was created at another tenant's host. */
    private static void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        end(request);
        response.sendRedirect("/");
    }

    /** Signs the person out of this node, so that somebody else can sign in. */
    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private Optional<Tenant> tenant(HttpServletRequest request) {
        String host = request.getServerName();
        int dot = host.indexOf('.');
        return dot <= 0 ? Optional.empty() : tenants.bySlug(host.substring(0, dot));
    }

    private static @Nullable OidcUser user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user ? user : null;
    }
}

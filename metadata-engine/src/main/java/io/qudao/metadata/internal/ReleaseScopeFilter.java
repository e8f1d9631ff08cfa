package io.qudao.metadata.internal;

import io.qudao.metadata.Metadata;
import io.qudao.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds one release for a whole request. Runs after the caller is bound. */
final class ReleaseScopeFilter extends OncePerRequestFilter {
    private final Metadata metadata;

    ReleaseScopeFilter(Metadata metadata) {
        this.metadata = metadata;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (TenantScope.current().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            metadata.<@Nullable Void, Exception>within(metadata.current(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}

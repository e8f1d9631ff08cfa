package io.qudao.rest.internal;

import io.qudao.rest.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/** Responds for filters that fail: no handler has run then, so no advice would see it. */
final class ProblemFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    ProblemFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (Exception failed) {
            problems.write(request, response, failed);
        }
    }
}

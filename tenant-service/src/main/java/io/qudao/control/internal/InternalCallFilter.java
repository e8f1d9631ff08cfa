package io.qudao.control.internal;

import io.qudao.control.web.ProblemWriter;
import io.qudao.kernel.CommonProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Admits only the installation's other programs to {@code /internal}; the secret is compared in constant time. */
class InternalCallFilter extends OncePerRequestFilter {

    private final byte[] expected;
    private final ProblemWriter problems;

    InternalCallFilter(InternalProperties properties, ProblemWriter problems) {
        this.expected = ("Bearer " + properties.secret()).getBytes(StandardCharsets.UTF_8);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, CommonProblem.UNAUTHENTICATED);
        }
    }
}

package io.qudao.permission.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.web.filter.OncePerRequestFilter;

/** Admits programs of the platform by their shared secret, compared in constant time. */
final class InternalSecretFilter extends OncePerRequestFilter {
    private final byte[] expected;

    InternalSecretFilter(String secret) {
        expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = String.valueOf(request.getHeader("Authorization")).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new ProblemException(CommonProblem.UNAUTHENTICATED);
        }
        chain.doFilter(request, response);
    }
}

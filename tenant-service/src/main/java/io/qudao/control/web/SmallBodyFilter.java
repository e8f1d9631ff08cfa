package io.qudao.control.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the small documents of our API completely, and refuses bodies that are too large or have no type. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class SmallBodyFilter extends OncePerRequestFilter {

    private static final int LARGEST = 64 * 1024;

    private final ProblemWriter problems;

    SmallBodyFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/internal/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            problems.write(request, response, CommonProblem.TOO_LARGE);
        } else if (!isOfAType(request.getContentType())) {
            problems.write(request, response, new ProblemException(CommonProblem.MALFORMED, "Content-Type"));
        } else {
            chain.doFilter(new Read(request, body), response);
        }
    }

    private static boolean isOfAType(@Nullable String given) {
        try {
            return given == null || MediaType.parseMediaType(given).isConcrete();
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private static final class Read extends HttpServletRequestWrapper {

        private final BodyBytes body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new BodyBytes(body);
        }

        @Override
        public BodyBytes getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }
}

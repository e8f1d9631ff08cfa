package io.qudao.control.web;

import io.qudao.kernel.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Assigns each request the id given by the gateway, or a new one. It is in every log line and is the reference of a
 * problem.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RequestIdFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Request-Id";
    private static final String ID = RequestIdFilter.class.getName();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{8,64}");

    static String id(HttpServletRequest request) {
        return request.getAttribute(ID) instanceof String id ? id : Ids.next().toString();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = Optional.ofNullable(request.getHeader(HEADER))
                .filter(given -> FORM.matcher(given).matches())
                .orElseGet(() -> Ids.next().toString());
        request.setAttribute(ID, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable("request", id)) {
            chain.doFilter(request, response);
        }
    }
}

package io.qudao.rest.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.rest.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies without a usable type: a wildcard, a malformed type, or multipart without a boundary. */
final class MediaTypeFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    MediaTypeFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || isConcrete(type);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        problems.write(request, response, new ProblemException(HttpProblem.NO_MEDIA_TYPE, request.getContentType()));
    }

    private static boolean isConcrete(String text) {
        try {
            var type = MediaType.parseMediaType(text);
            var boundary = type.getParameter("boundary");
            return type.isConcrete()
                    && (!type.getType().equals("multipart") || (boundary != null && !boundary.isBlank()));
        } catch (InvalidMediaTypeException broken) {
            return false;
        }
    }
}

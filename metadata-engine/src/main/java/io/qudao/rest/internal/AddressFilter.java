package io.qudao.rest.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Violation;
import io.qudao.rest.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses URLs whose path or parameters contain characters that cannot be stored. */
final class AddressFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    AddressFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Only an escaped URL can contain such a character. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI().indexOf('%') < 0 && (query == null || query.indexOf('%') < 0);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrong = wrong(request);
        if (wrong.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, new ProblemException(CommonProblem.INVALID_INPUT, wrong));
        }
    }

    private static List<Violation> wrong(HttpServletRequest request) {
        if (!TextForm.isStorable(request.getServletPath())) {
            return List.of(unstorable(""));
        }
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !TextForm.isStorable(parameter.getKey())
                        || !Arrays.stream(parameter.getValue()).allMatch(TextForm::isStorable))
                .map(parameter -> unstorable(TextForm.isStorable(parameter.getKey()) ? parameter.getKey() : ""))
                .toList();
    }

    private static Violation unstorable(String field) {
        return Violation.of(field, "unstorable_character");
    }
}

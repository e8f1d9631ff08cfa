package io.qudao.permission.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.permission.PermissionProblem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads refusals from another program of the platform. Their code, fields and reasons become the caller's own refusal;
 * only if that program does not recognise this node is the installation at fault.
 */
@Component
final class InnerRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(InnerRefusals.class);

    private final JsonMapper json;

    InnerRefusals(JsonMapper json) {
        this.json = json;
    }

    /** Raises the refusal, or {@code permission.identity_down} if the programs' secrets differ. */
    void raise(ClientHttpResponse refused) throws IOException {
        int status = refused.getStatusCode().value();
        if (status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value()) {
            LOG.error("The identity provider does not recognise this node: qudao.internal.secret differs");
            throw new ProblemException(PermissionProblem.IDENTITY_DOWN);
        }
        var wait = refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        throw read(status, refused.getBody().readAllBytes(), wait);
    }

    /** Returns the refusal in a response with a 4xx status, whatever its body is. */
    ProblemException read(int status, byte[] body, @Nullable String wait) {
        var document = document(body);
        var problem = problem(status, document.path("code").asString(""));
        var violations = document.path("violations")
                .valueStream()
                .map(InnerRefusals::violation)
                .toList();
        return problem.kind() == ProblemCode.Kind.LIMIT
                ? new ProblemException(problem, violations, wait == null ? "1" : wait)
                : new ProblemException(problem, violations);
    }

    private JsonNode document(byte[] body) {
        try {
            return Optional.ofNullable(json.readTree(body)).orElseGet(json::createObjectNode);
        } catch (JacksonException notJson) {
            LOG.warn("A refusal from the identity provider is not valid JSON: {}", notJson.getMessage());
            return json.createObjectNode();
        }
    }

    private static ProblemCode problem(int status, String code) {
        var known = List.of(CommonProblem.values());
        return named(known, status, code)
                .or(() -> known.stream()
                        .filter(problem -> problem.kind().status() == status)
                        .findFirst())
                .orElse(CommonProblem.INVALID_INPUT);
    }

    private static Optional<CommonProblem> named(List<CommonProblem> known, int status, String code) {
        return known.stream()
                .filter(problem -> problem.code().equals(code) && problem.kind().status() == status)
                .findFirst();
    }

    private static Violation violation(JsonNode broken) {
        var arguments = broken.path("arguments").valueStream().map(argument -> argument.asString(""));
        return new Violation(
                broken.path("field").asString(""),
                broken.path("code").asString("not_readable"),
                arguments.toList(),
                null);
    }
}

package io.qudao.onboarding.web;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.onboarding.SignUp;
import io.qudao.onboarding.SignUpRequest;
import io.qudao.onboarding.SignUpResult;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up for programs. */
@RestController
class SignUpController {

    private static final String SOON = "2";

    private final SignUp signUp;

    SignUpController(SignUp signUp) {
        this.signUp = signUp;
    }

    record Client(String id, String secret) {}

    /** @param state {@code preparing} while the platform creates the tenant's rows, otherwise absent */
    record Answer(
            int tenantId,
            String slug,
            String url,
            @Nullable Client client,
            @Nullable String state) {}

    /** Responds with 201 if the tenant is open, 202 if it is stored but the platform could not be notified yet. */
    @PostMapping("/api/v1/sign-up")
    @Anonymous
    ResponseEntity<Answer> signUp(@RequestBody SignUpRequest request, HttpServletRequest http) {
        return switch (signUp.signUp(request, http.getRemoteAddr())) {
            case SignUpResult.SignedUp made -> answer(made);
            case SignUpResult.Invalid(var violations) ->
                throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
            case SignUpResult.TooMany(var pause) ->
                throw new ProblemException(CommonProblem.LIMIT, pause.toSeconds() + 1);
        };
    }

    private static ResponseEntity<Answer> answer(SignUpResult.SignedUp made) {
        var issued = made.client();
        var answer = new Answer(
                made.tenant().id().value(),
                made.tenant().slug(),
                made.url(),
                issued == null ? null : new Client(issued.client().id().toString(), issued.secret()),
                made.open() ? null : "preparing");
        var response = ResponseEntity.status(made.open() ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!made.open()) {
            response.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return response.body(answer);
    }
}

package io.qudao.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that holds the key of a sign-in session. It is sent only to the host that set it. */
public final class SignInCookie {

    private static final String NAME = "QUDAO_SIGNIN";

    private SignInCookie() {}

    public static Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isBlank() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    public static void write(HttpServletRequest request, HttpServletResponse response, String key) {
        add(request, response, key, Duration.ofSeconds(-1));
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private static void add(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

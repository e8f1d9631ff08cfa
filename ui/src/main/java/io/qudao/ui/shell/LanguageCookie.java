package io.qudao.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The language chosen on this device, on the sign-in page or here; both read and write the cookie. */
final class LanguageCookie {
    private static final String NAME = "QUDAO_LANGUAGE";
    private static final Duration AGE = Duration.ofDays(365);

    private LanguageCookie() {}

    static Optional<Locale> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null
                ? Optional.empty()
                : Languages.ALL.stream()
                        .filter(known -> Languages.same(known, Locale.forLanguageTag(cookie.getValue())))
                        .findFirst();
    }

    static void write(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var cookie = ResponseCookie.from(NAME, locale.toLanguageTag())
                .path("/")
                .maxAge(AGE)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

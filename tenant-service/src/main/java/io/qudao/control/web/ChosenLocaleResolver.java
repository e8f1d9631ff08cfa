package io.qudao.control.web;

import io.qudao.kernel.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Chooses the language in the cookie, else the first supported one of Accept-Language. */
final class ChosenLocaleResolver implements LocaleResolver {

    private static final String CHOSEN = ChosenLocaleResolver.class.getName();

    private final String cookie;
    private final Duration age;

    ChosenLocaleResolver(String cookie, Duration age) {
        this.cookie = cookie;
        this.age = age;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
            return chosen;
        }
        var kept = WebUtils.getCookie(request, cookie);
        return kept != null ? Languages.nearest(Locale.forLanguageTag(kept.getValue())) : accepted(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        request.setAttribute(CHOSEN, locale);
        var kept = ResponseCookie.from(cookie, locale.toLanguageTag())
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
    }

    private static Locale accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(wanted -> Language.of(wanted).isPresent())
                .findFirst()
                .map(Languages::nearest)
                .orElse(Locale.ENGLISH);
    }
}

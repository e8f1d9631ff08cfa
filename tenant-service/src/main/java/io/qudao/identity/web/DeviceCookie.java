package io.qudao.identity.web;

import io.qudao.identity.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie by which a device is recognised for the members who signed in on it. It grants no access. */
final class DeviceCookie {

    private static final String NAME = "QUDAO_DEVICE";
    private static final Duration AGE = Duration.ofDays(400);

    private DeviceCookie() {}

    static Origin origin(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return new Origin(request.getRemoteAddr(), cookie == null ? null : cookie.getValue());
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String device) {
        var cookie = ResponseCookie.from(NAME, device)
                .path("/")
                .maxAge(AGE)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

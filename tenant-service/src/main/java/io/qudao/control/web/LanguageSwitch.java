package io.qudao.control.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** {@code ?language=zh-CN} on any page sets the language from then on. */
final class LanguageSwitch implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var wanted = request.getParameter("language");
        var resolver = RequestContextUtils.getLocaleResolver(request);
        if (wanted != null && resolver != null) {
            resolver.setLocale(request, response, Languages.nearest(Locale.forLanguageTag(wanted)));
        }
        return true;
    }
}

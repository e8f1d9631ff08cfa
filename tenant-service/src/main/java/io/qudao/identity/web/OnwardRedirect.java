package io.qudao.identity.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Chooses where a browser goes after one of our pages: back to the authorization request it came from, and never to an
 * address supplied by an attacker.
 */
final class OnwardRedirect {

    private static final String AUTHORIZE = "/oauth2/authorize?";

    private OnwardRedirect() {}

    static ModelAndView to(String wanted) {
        return outside(isOurs(wanted) ? wanted : "/");
    }

    static ModelAndView outside(String address) {
        var redirect = new RedirectView(address, false, false, false);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static boolean isOurs(String wanted) {
        if (!wanted.startsWith(AUTHORIZE)) {
            return false;
        }
        try {
            return URI.create(wanted).getRawQuery() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}

package io.qudao.identity.web;

import io.qudao.identity.SignInSessions;
import io.qudao.identity.SignedInPerson;
import io.qudao.kernel.Anonymous;
import io.qudao.registry.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page shown after signing out, and the page to sign out from. */
@Controller
class SignOutPages {

    private final SignInSessions sessions;

    SignOutPages(SignInSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/sign-out")
    @Anonymous
    ModelAndView show(@AuthenticationPrincipal @Nullable SignedInPerson person) {
        return new ModelAndView("sign-out")
                .addObject("site", CurrentTenant.get())
                .addObject("signedIn", person != null);
    }

    @PostMapping("/sign-out")
    @Anonymous
    ModelAndView signOut(
            @AuthenticationPrincipal @Nullable SignedInPerson person,
            @RequestParam(defaultValue = "false") boolean everywhere,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (person != null && everywhere) {
            sessions.endAll(person.tenant(), person.person());
        } else if (person != null) {
            sessions.end(person.tenant(), person.session());
        }
        SignInCookie.clear(request, response);
        return OnwardRedirect.outside("/sign-out");
    }
}

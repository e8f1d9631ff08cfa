package io.qudao.identity.web;

import io.qudao.control.PublicAddress;
import io.qudao.control.web.Languages;
import io.qudao.identity.SignIn;
import io.qudao.identity.SignInResult;
import io.qudao.identity.SignInSessions;
import io.qudao.identity.SignedInPerson;
import io.qudao.kernel.Anonymous;
import io.qudao.registry.CurrentTenant;
import io.qudao.registry.TenantSite;
import io.qudao.registry.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in at a tenant's host; on the public site, the page that leads to one's tenant. */
@Controller
class SignInPages {

    private final SignIn signIn;
    private final SignInSessions sessions;
    private final Tenants tenants;
    private final PublicAddress address;

    SignInPages(SignIn signIn, SignInSessions sessions, Tenants tenants, PublicAddress address) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tenants = tenants;
        this.address = address;
    }

    @GetMapping("/sign-in")
    @Anonymous
    ModelAndView show(
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "false") String ended,
            @AuthenticationPrincipal @Nullable SignedInPerson person,
            Locale locale,
            HttpServletResponse response) {
        var site = CurrentTenant.find();
        if (site.isEmpty()) {
            return find(tenant, locale);
        }
        if (!site.get().tenant().isActive()) {
            response.setHeader("Refresh", "2");
            return new ModelAndView("preparing").addObject("site", site.get());
        }
        return person != null
                ? OnwardRedirect.to(wanted)
                : page(site.get(), wanted, "").addObject("ended", ended.equals("true"));
    }

    @PostMapping("/sign-in")
    @Anonymous
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        var site = CurrentTenant.get();
        var page = page(site, wanted, email);
        return switch (signIn.attempt(site.tenant().id(), email, password, DeviceCookie.origin(request))) {
            case SignInResult.SignedIn(var member, var device) -> {
                var opened = sessions.open(member);
                if (opened.isEmpty()) {
                    yield refusal(page, HttpStatus.BAD_REQUEST, "refused");
                }
                SignInCookie.write(request, response, opened.get().key());
                DeviceCookie.write(request, response, device);
                yield OnwardRedirect.to(wanted);
            }
            case SignInResult.Refused() -> refusal(page, HttpStatus.BAD_REQUEST, "refused");
            case SignInResult.Busy() -> refusal(page, HttpStatus.SERVICE_UNAVAILABLE, "busy");
            case SignInResult.TooMany(var pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
                page.addObject("seconds", pause.toSeconds() + 1);
                yield refusal(page, HttpStatus.TOO_MANY_REQUESTS, "tooMany");
            }
        };
    }

    private ModelAndView find(String wanted, Locale locale) {
        var slug = wanted.strip().toLowerCase(Locale.ROOT);
        if (!slug.isEmpty() && tenants.bySlug(slug).isPresent()) {
            return OnwardRedirect.outside(address.ofTenant(slug) + "/sign-in?language="
                    + Languages.nearest(locale).toLanguageTag());
        }
        return new ModelAndView("find-tenant")
                .addObject("tenant", slug)
                .addObject("unknown", !slug.isEmpty())
                .addObject("suffix", address.suffix());
    }

    private static ModelAndView page(TenantSite site, String wanted, String email) {
        return new ModelAndView("sign-in")
                .addObject("site", site)
                .addObject("wanted", wanted)
                .addObject("email", email);
    }

    private static ModelAndView refusal(ModelAndView page, HttpStatus status, String reason) {
        page.setStatus(status);
        return page.addObject("refusal", reason);
    }
}

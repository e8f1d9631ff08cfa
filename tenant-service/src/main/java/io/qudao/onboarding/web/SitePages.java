package io.qudao.onboarding.web;

import io.qudao.control.PublicAddress;
import io.qudao.control.web.Languages;
import io.qudao.control.web.ProblemWriter;
import io.qudao.kernel.Anonymous;
import io.qudao.kernel.Violation;
import io.qudao.kernel.language.Language;
import io.qudao.onboarding.SignUp;
import io.qudao.onboarding.SignUpRequest;
import io.qudao.onboarding.SignUpResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The public site: front page and sign-up for people. */
@Controller
class SitePages {

    private static final List<String> CURRENCIES = List.of("CNY", "TWD", "USD", "EUR", "HKD", "SGD", "JPY", "GBP");
    private static final List<String> ACCENTS =
            List.of("#0f766e", "#1d4ed8", "#6d28d9", "#be123c", "#b45309", "#334155");

    private final SignUp signUp;
    private final PublicAddress address;
    private final ProblemWriter problems;

    SitePages(SignUp signUp, PublicAddress address, ProblemWriter problems) {
        this.signUp = signUp;
        this.address = address;
        this.problems = problems;
    }

    @GetMapping("/")
    @Anonymous
    ModelAndView home() {
        return new ModelAndView("home");
    }

    @GetMapping("/sign-up")
    @Anonymous
    ModelAndView show(Locale locale) {
        return page(new SignUpRequest(
                "", "", "", "", "", locale.toLanguageTag(), currency(locale), ACCENTS.getFirst(), false));
    }

    private static String currency(Locale locale) {
        return switch (Language.of(locale).orElse(Language.ENGLISH)) {
            case SIMPLIFIED_CHINESE -> "CNY";
            case TRADITIONAL_CHINESE -> "TWD";
            case ENGLISH -> "USD";
        };
    }

    @PostMapping("/sign-up")
    @Anonymous
    ModelAndView signUp(
            @ModelAttribute SignUpRequest request,
            HttpServletRequest http,
            HttpServletResponse response,
            Locale locale) {
        return switch (signUp.signUp(request, http.getRemoteAddr())) {
            case SignUpResult.SignedUp made ->
                seeOther(made.url() + "/sign-in?language="
                        + Languages.nearest(locale).toLanguageTag());
            case SignUpResult.Invalid(var violations) -> {
                var page = page(request).addObject("broken", texts(violations, locale));
                page.setStatus(HttpStatus.BAD_REQUEST);
                yield page;
            }
            case SignUpResult.TooMany(var pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
                var page = page(request).addObject("minutes", pause.toMinutes() + 1);
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield page;
            }
        };
    }

    private ModelAndView page(SignUpRequest request) {
        return new ModelAndView("sign-up")
                .addObject("entries", request)
                .addObject("broken", Map.of())
                .addObject("currencies", CURRENCIES)
                .addObject("accents", ACCENTS)
                .addObject("suffix", address.suffix());
    }

    private Map<String, String> texts(List<Violation> violations, Locale locale) {
        return violations.stream()
                .collect(Collectors.toMap(
                        Violation::field, broken -> problems.message(broken, locale), (first, second) -> first));
    }

    private static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address, false, false, false);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}

package io.qudao.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.permission.Members;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The person using the page: partner acted for, language, sign-out. */
@Component
public class Person {
    private final Members members;
    private final Partners partners;
    private final AuthenticationContext authentication;

    Person(Members members, Partners partners, AuthenticationContext authentication) {
        this.members = members;
        this.partners = partners;
        this.authentication = authentication;
    }

    /** Returns the partners they may act for, in the member's order; empty for members without a partner. */
    public List<Partner> partners() {
        var caller = TenantScope.caller();
        var ids = members.me().partners().stream().map(PartnerId::new).toList();
        var known = TenantScope.call(Caller.platform(caller.tenant()), () -> partners.byIds(ids));
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** Returns the partner acted for, or null. */
    public @Nullable Partner partner() {
        var own = TenantScope.caller().partner();
        return own == null ? null : partners.find(new PartnerId(own)).orElse(null);
    }

    /** Switches to another of their partners. */
    public void actFor(PartnerId partner) {
        VaadinSession.getCurrent().getSession().setAttribute(PageCallerFilter.PARTNER, partner.value());
        UI.getCurrent().getPage().setLocation("/");
    }

    /** Changes the language, here and at the next sign-in on any device. */
    public void speak(Locale locale) {
        members.speak(locale);
        if (VaadinService.getCurrentRequest() instanceof VaadinServletRequest request
                && VaadinService.getCurrentResponse() instanceof VaadinServletResponse response) {
            LanguageCookie.write(request, response, locale);
        }
        VaadinSession.getCurrent().setLocale(locale);
        UI.getCurrent().getPage().reload();
    }

    public void signOut() {
        authentication.logout();
    }
}

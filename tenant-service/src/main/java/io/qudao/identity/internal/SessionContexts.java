package io.qudao.identity.internal;

import io.qudao.identity.SignInSessions;
import io.qudao.identity.SignedInPerson;
import io.qudao.identity.web.SignInCookie;
import io.qudao.registry.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Loads who is signed in at this host by the cookie's key, for each request; Spring never stores it. */
@Component
class SessionContexts implements SecurityContextRepository {

    private final SignInSessions sessions;

    SessionContexts(SignInSessions sessions) {
        this.sessions = sessions;
    }

    static Authentication authentication(SignedInPerson person) {
        var byPassword = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(person.authenticatedAt())
                .build();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(byPassword));
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    private SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        CurrentTenant.find()
                .flatMap(site -> SignInCookie.read(request)
                        .flatMap(key -> sessions.find(site.tenant().id(), key)))
                .ifPresent(person -> context.setAuthentication(authentication(person)));
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A session is only created by the sign-in page, after checking the password.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SignInCookie.read(request).isPresent();
    }
}

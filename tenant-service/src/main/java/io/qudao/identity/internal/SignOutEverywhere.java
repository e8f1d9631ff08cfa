package io.qudao.identity.internal;

import io.qudao.identity.SignInSessions;
import io.qudao.identity.SignedInPerson;
import io.qudao.identity.web.SignInCookie;
import io.qudao.registry.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Called when the user interface has ended its session; ends the sign-in it came from, even if the cookie was not sent.
 */
@Component
class SignOutEverywhere implements LogoutHandler {

    private final SignInSessions sessions;
    private final JdbcGrants grants;

    SignOutEverywhere(SignInSessions sessions, JdbcGrants grants) {
        this.sessions = sessions;
        this.grants = grants;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof OidcLogoutAuthenticationToken signOut) {
            person(signOut.getIdTokenHint())
                    .ifPresent(
                            person -> sessions.end(CurrentTenant.get().tenant().id(), person.session()));
            SignInCookie.clear(request, response);
        }
    }

    private Optional<SignedInPerson> person(String idToken) {
        var grant = grants.findByToken(idToken, new OAuth2TokenType(OidcParameterNames.ID_TOKEN));
        Authentication principal = grant == null ? null : grant.getAttribute(Principal.class.getName());
        return principal != null && principal.getPrincipal() instanceof SignedInPerson person
                ? Optional.of(person)
                : Optional.empty();
    }
}

package io.qudao.identity.internal;

import io.qudao.identity.SignedInPerson;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/**
 * The session of a signed-in person is part of their principal, so nothing needs to be registered and it is the same on
 * every instance.
 */
@Component
class PersonSessions implements SessionRegistry {

    @Override
    public List<Object> getAllPrincipals() {
        return List.of();
    }

    @Override
    public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
        return principal instanceof SignedInPerson person
                ? List.of(new SessionInformation(
                        person, person.session().toString(), Date.from(person.authenticatedAt())))
                : List.of();
    }

    @Override
    public @Nullable SessionInformation getSessionInformation(String session) {
        return null;
    }

    @Override
    public void refreshLastRequest(String session) {
        // Sessions end after a fixed time.
    }

    @Override
    public void registerNewSession(String session, Object principal) {
        // The page that checked the password created it.
    }

    @Override
    public void removeSessionInformation(String session) {
        // Signing out removes it.
    }
}

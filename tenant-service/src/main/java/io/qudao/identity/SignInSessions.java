package io.qudao.identity;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions of signed-in browsers. They are stored in the database, so that every instance knows them and they survive
 * restarts.
 */
public interface SignInSessions {

    /** Opens a session with its own key, which only the browser stores; empty if the member is no longer active. */
    @ByModules
    Optional<OpenedSession> open(Membership member);

    /** Finds the session with a key at this tenant; empty if it ended or belongs to another tenant. */
    @Anonymous
    Optional<SignedInPerson> find(TenantId tenant, String key);

    /** Ends a session and everything granted in it: its tokens become invalid at once on all nodes. */
    @ByModules
    void end(TenantId tenant, UUID session);

    /** Ends all sessions of a person at this tenant. */
    @ByModules
    void endAll(TenantId tenant, UUID person);

    /**
     * A new session.
     *
     * @param key secret to be stored in the browser's cookie
     */
    record OpenedSession(SignedInPerson person, String key) {}
}

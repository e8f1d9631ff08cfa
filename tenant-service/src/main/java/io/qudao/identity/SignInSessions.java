package io.qudao.identity;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.Optional;
import java.util.UUID;

/** Browsers that are signed in. They live in the database: any instance knows them, and a restart ends none. */
public interface SignInSessions {

    /** Starts a session with a key of its own, which is kept by the browser only; empty if the member may not work any more. */
    @ByModules
    Optional<OpenedSession> open(Membership member);

    /** The session of a key at this tenant; empty if it ended, or belongs to another tenant. */
    @Anonymous
    Optional<SignedInPerson> find(TenantId tenant, String key);

    /** Ends a session and all that was granted in it: its tokens are worth nothing from now on, on any node. */
    @ByModules
    void end(TenantId tenant, UUID session);

    /** The same for all sessions of a person at this tenant. */
    @ByModules
    void endAll(TenantId tenant, UUID person);

    /**
     * A new session.
     *
     * @param key secret for the browser's cookie
     */
    record OpenedSession(SignedInPerson person, String key) {}
}

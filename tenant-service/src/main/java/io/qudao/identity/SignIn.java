package io.qudao.identity;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.TenantId;

/** Checks a person's password at a tenant. */
public interface SignIn {

    /**
     * One attempt. Failures slow down the next ones for this person from this place only, or on this device only if the
     * person signed in on it before: a stranger shuts nobody else out. An unknown person gets the same answer in the same
     * time as a wrong password.
     */
    @Anonymous
    SignInResult attempt(TenantId tenant, String email, String password, Origin origin);
}

package io.qudao.identity;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.TenantId;

/** Checks a person's password at a tenant. */
public interface SignIn {

    /**
     * Attempts to sign in. Failures delay the next attempts for this person only from the same place, or only on the
     * same device if the person has signed in on it before, so that a stranger cannot lock anybody out. An unknown
     * person gets the same response in the same time as a wrong password.
     */
    @Anonymous
    SignInResult attempt(TenantId tenant, String email, String password, Origin origin);
}

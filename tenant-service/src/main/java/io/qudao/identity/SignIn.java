package io.qudao.identity;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.TenantId;

/** Checks a person's password at a tenant. */
public interface SignIn {

    /**
     * One attempt. A failure counts for the person and for the address it came from. An unknown person gets the same answer
     * in the same time as a wrong password.
     *
     * @param address network address of the caller
     */
    @Anonymous
    SignInResult attempt(TenantId tenant, String email, String password, String address);
}

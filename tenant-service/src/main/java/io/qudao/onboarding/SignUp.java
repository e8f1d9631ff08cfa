package io.qudao.onboarding;

import io.qudao.kernel.Anonymous;

/** Makes tenants: rows only, no schema, so that it takes a fraction of a second. */
public interface SignUp {

    /**
     * Stores a tenant with its first admin and has the platform make its rows. Sent again with the same slug, address and
     * password it answers the tenant that is there; a program that never got a token gets a new secret then.
     *
     * @param address network address of the caller
     */
    @Anonymous
    SignUpResult signUp(SignUpRequest request, String address);
}

package io.qudao.onboarding;

import io.qudao.kernel.Anonymous;

/** Creates tenants. This adds rows only and no schema, so it takes a fraction of a second. */
public interface SignUp {

    /**
     * Stores a tenant with its first admin and has the platform create its rows. A repeated request with the same slug,
     * address and password returns the existing tenant; a program that never got a token then gets a new secret.
     *
     * @param address network address of the caller
     */
    @Anonymous
    SignUpResult signUp(SignUpRequest request, String address);
}

package io.qudao.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person to be admitted to a tenant, as given.
 *
 * @param password in clear; null for a member who cannot sign in yet
 */
public record NewMember(
        String email,
        String name,
        Locale locale,
        Role role,
        @Nullable String password) {}

package io.qudao.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person to be added to a tenant, as entered.
 *
 * @param password clear text; null for a member who cannot sign in yet
 */
public record NewMember(
        String email,
        String name,
        Locale locale,
        Role role,
        @Nullable String password) {}

package io.qudao.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member whose data has been checked and whose password has been hashed, ready to be stored.
 *
 * @param passwordHash null for a member who cannot sign in yet
 */
public record Admission(
        String email,
        String name,
        Locale locale,
        Role role,
        @Nullable String passwordHash) {}

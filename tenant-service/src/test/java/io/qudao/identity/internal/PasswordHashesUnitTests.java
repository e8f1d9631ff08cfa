package io.qudao.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashesUnitTests {

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void saltsAndMatches() {
        var hash = hashes.hash("Clear-river-42").orElseThrow();
        assertThat(hash)
                .startsWith("$argon2id$")
                .isNotEqualTo(hashes.hash("Clear-river-42").orElseThrow());
        assertThat(hashes.matches("here", "Clear-river-42", hash)).contains(true);
        assertThat(hashes.matches("here", "clear-river-42", hash)).contains(false);
    }

    @Test
    void matchesNobodyByAnyPassword() {
        assertThat(hashes.matches("here", "nobody", null)).contains(false);
    }
}

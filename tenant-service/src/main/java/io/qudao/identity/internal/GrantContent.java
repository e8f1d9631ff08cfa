package io.qudao.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stored part of a grant: no tokens, only their hashes, times and claims.
 *
 * @param person null if a program got a token for itself
 * @param request null likewise
 * @param tokens by {@code code}, {@code access}, {@code id} and {@code refresh}
 */
record GrantContent(
        String client,
        String principal,
        String grantType,
        List<String> scopes,
        @Nullable Person person,
        @Nullable Request request,
        Map<String, Token> tokens) {

    /** Returns the id of the access token if it was revoked. */
    Optional<UUID> revoked() {
        return Optional.ofNullable(tokens.get(GrantMapping.ACCESS))
                .filter(Token::invalidated)
                .flatMap(token -> Optional.ofNullable(token.claims()))
                .flatMap(claims -> Optional.ofNullable(claims.get("jti")))
                .map(id -> UUID.fromString(id.toString()));
    }

    record Person(UUID id, UUID session, Instant authenticatedAt) {}

    /** The authorization request that was granted. */
    record Request(
            String authorizationUri,
            @Nullable String redirectUri,
            List<String> scopes,
            @Nullable String state,
            Map<String, Object> parameters) {}

    record Token(
            String hash,
            Instant issuedAt,
            Instant expiresAt,
            boolean invalidated,
            List<String> scopes,
            @Nullable Map<String, Object> claims) {}
}

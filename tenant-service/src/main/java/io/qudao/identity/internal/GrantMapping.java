package io.qudao.identity.internal;

import io.qudao.identity.SignedInPerson;
import io.qudao.kernel.TenantId;
import java.security.Principal;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Maps the authorization server's objects to what is stored and back. A token whose value is unknown is represented by
 * its hash with a prefix.
 */
final class GrantMapping {

    static final String CODE = "code";
    static final String ACCESS = "access";
    static final String ID = "id";
    static final String REFRESH = "refresh";

    private static final Map<String, Class<? extends OAuth2Token>> KINDS = Map.of(
            CODE, OAuth2AuthorizationCode.class,
            ACCESS, OAuth2AccessToken.class,
            ID, OidcIdToken.class,
            REFRESH, OAuth2RefreshToken.class);
    private static final String MARK = "hash:";
    private static final String INVALIDATED = OAuth2Authorization.Token.INVALIDATED_METADATA_NAME;
    private static final String CLAIMS = OAuth2Authorization.Token.CLAIMS_METADATA_NAME;
    private static final Set<String> TIMES = Set.of("iat", "exp", "nbf");
    private static final String AUTHENTICATION_TIME = "auth_time";

    private GrantMapping() {}

    static GrantContent content(OAuth2Authorization grant) {
        var tokens = new LinkedHashMap<String, GrantContent.Token>();
        KINDS.forEach((kind, type) -> {
            var token = grant.getToken(type);
            if (token != null) {
                tokens.put(kind, token(token));
            }
        });
        return new GrantContent(
                grant.getRegisteredClientId(),
                grant.getPrincipalName(),
                grant.getAuthorizationGrantType().getValue(),
                List.copyOf(grant.getAuthorizedScopes()),
                person(grant),
                request(grant),
                tokens);
    }

    /** Returns the grant as the authorization server expects it, with the value of the presented token only. */
    static OAuth2Authorization grant(
            String id, TenantId tenant, RegisteredClient client, GrantContent content, @Nullable String presented) {
        var builder = OAuth2Authorization.withRegisteredClient(client)
                .id(id)
                .principalName(content.principal())
                .authorizationGrantType(new AuthorizationGrantType(content.grantType()))
                .authorizedScopes(Set.copyOf(content.scopes()));
        var person = content.person();
        if (person != null) {
            var signedIn = new SignedInPerson(tenant, person.id(), person.session(), person.authenticatedAt());
            builder.attribute(Principal.class.getName(), SessionContexts.authentication(signedIn));
        }
        var request = content.request();
        if (request != null) {
            builder.attribute(OAuth2AuthorizationRequest.class.getName(), request(client, request));
        }
        content.tokens().forEach((kind, token) -> {
            var claims = token.claims() == null ? null : restored(token.claims());
            builder.token(token(kind, token, claims, presented), metadata -> {
                metadata.put(INVALIDATED, token.invalidated());
                if (claims != null) {
                    metadata.put(CLAIMS, claims);
                }
            });
        });
        return builder.build();
    }

    private static GrantContent.Token token(OAuth2Authorization.Token<? extends OAuth2Token> kept) {
        var token = kept.getToken();
        var value = token.getTokenValue();
        return new GrantContent.Token(
                value.startsWith(MARK) ? value.substring(MARK.length()) : Hashes.sha256Text(value),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()),
                kept.isInvalidated(),
                token instanceof OAuth2AccessToken access ? List.copyOf(access.getScopes()) : List.of(),
                kept.getClaims() == null ? null : plain(kept.getClaims()));
    }

    private static OAuth2Token token(
            String kind, GrantContent.Token kept, @Nullable Map<String, Object> claims, @Nullable String presented) {
        var value =
                presented != null && Hashes.sha256Text(presented).equals(kept.hash()) ? presented : MARK + kept.hash();
        return switch (kind) {
            case CODE -> new OAuth2AuthorizationCode(value, kept.issuedAt(), kept.expiresAt());
            case REFRESH -> new OAuth2RefreshToken(value, kept.issuedAt(), kept.expiresAt());
            case ID ->
                new OidcIdToken(value, kept.issuedAt(), kept.expiresAt(), Objects.requireNonNull(claims, "claims"));
            case ACCESS ->
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        value,
                        kept.issuedAt(),
                        kept.expiresAt(),
                        Set.copyOf(kept.scopes()));
            default -> throw new IllegalStateException("A token of unknown kind: " + kind);
        };
    }

    private static GrantContent.@Nullable Person person(OAuth2Authorization grant) {
        Authentication principal = grant.getAttribute(Principal.class.getName());
        return principal != null && principal.getPrincipal() instanceof SignedInPerson person
                ? new GrantContent.Person(person.person(), person.session(), person.authenticatedAt())
                : null;
    }

    private static GrantContent.@Nullable Request request(OAuth2Authorization grant) {
        OAuth2AuthorizationRequest request = grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return request == null
                ? null
                : new GrantContent.Request(
                        request.getAuthorizationUri(),
                        request.getRedirectUri(),
                        List.copyOf(request.getScopes()),
                        request.getState(),
                        request.getAdditionalParameters());
    }

    private static OAuth2AuthorizationRequest request(RegisteredClient client, GrantContent.Request kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorizationUri())
                .clientId(client.getClientId())
                .redirectUri(kept.redirectUri())
                .scopes(Set.copyOf(kept.scopes()))
                .state(kept.state())
                .additionalParameters(kept.parameters())
                .build();
    }

    private static Map<String, Object> plain(Map<String, Object> claims) {
        var plain = new LinkedHashMap<String, Object>();
        claims.forEach((name, value) -> plain.put(
                name,
                switch (value) {
                    case Instant time -> time.getEpochSecond();
                    case Date time -> time.toInstant().getEpochSecond();
                    default -> value;
                }));
        return plain;
    }

    private static Map<String, Object> restored(Map<String, Object> plain) {
        var claims = new LinkedHashMap<>(plain);
        claims.replaceAll((name, value) -> {
            if (TIMES.contains(name) && value instanceof Number seconds) {
                return Instant.ofEpochSecond(seconds.longValue());
            }
            return name.equals(AUTHENTICATION_TIME) && value instanceof Number seconds
                    ? Date.from(Instant.ofEpochSecond(seconds.longValue()))
                    : value;
        });
        return claims;
    }
}

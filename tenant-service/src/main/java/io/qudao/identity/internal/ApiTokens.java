package io.qudao.identity.internal;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.qudao.kernel.AccessTokens;
import io.qudao.registry.CurrentTenant;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Accepts access tokens of this tenant made for the API whose grant still exists. Members who left, signed out or were
 * revoked have none.
 */
@Component
class ApiTokens {

    private static final OAuth2Error ENDED =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token was revoked", null);

    private final JWKSource<SecurityContext> keys;
    private final TenantTokenValidator tenant;
    private final JdbcGrants grants;

    ApiTokens(JWKSource<SecurityContext> keys, TenantTokenValidator tenant, JdbcGrants grants) {
        this.keys = keys;
        this.tenant = tenant;
        this.grants = grants;
    }

    JwtDecoder decoder() {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtTypeValidator(AccessTokens.TYPE),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AccessTokens.AUDIENCE)),
                tenant,
                this::alive));
        return decoder;
    }

    /** No token is one of the public site, which has no tenant to look in. */
    private OAuth2TokenValidatorResult alive(Jwt token) {
        if (CurrentTenant.find().isEmpty()) {
            return OAuth2TokenValidatorResult.failure(ENDED);
        }
        var grant = grants.findByToken(token.getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
        var access = grant == null ? null : grant.getAccessToken();
        return access != null && access.isActive()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(ENDED);
    }
}

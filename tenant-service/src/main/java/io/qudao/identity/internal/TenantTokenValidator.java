package io.qudao.identity.internal;

import io.qudao.registry.CurrentTenant;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** A token is valid only for its own tenant, at the host that issued it. */
@Component
class TenantTokenValidator implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2Error ELSEWHERE =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token belongs to another tenant", null);

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return CurrentTenant.find()
                .filter(site -> Objects.equals(token.getClaimAsString("iss"), site.origin())
                        && Objects.equals(
                                token.getClaimAsString(TokenClaims.TENANT),
                                site.tenant().slug())
                        && token.getClaim(TokenClaims.TENANT_ID) instanceof Number number
                        && number.intValue() == site.tenant().id().value())
                .map(site -> OAuth2TokenValidatorResult.success())
                .orElseGet(() -> OAuth2TokenValidatorResult.failure(ELSEWHERE));
    }
}

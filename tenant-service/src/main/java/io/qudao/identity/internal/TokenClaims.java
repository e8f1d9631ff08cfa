package io.qudao.identity.internal;

import io.qudao.identity.Memberships;
import io.qudao.identity.SignedInPerson;
import io.qudao.kernel.AccessTokens;
import io.qudao.registry.CurrentTenant;
import io.qudao.registry.Tenant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sets the claims of a token: its tenant, subject and client. The member is read again for each token, so those who
 * left get none.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String TENANT_ID = "tid";
    static final String TENANT = "tenant";

    private final Memberships memberships;
    private final JdbcApiClients programs;
    private final JdbcSigningKeys keys;

    TokenClaims(Memberships memberships, JdbcApiClients programs, JdbcSigningKeys keys) {
        this.memberships = memberships;
        this.programs = programs;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var tenant = CurrentTenant.get().tenant();
        var client = context.getRegisteredClient();
        context.getJwsHeader().keyId(keys.signing());
        var claims = context.getClaims();
        claims.claim(TENANT_ID, tenant.id().value())
                .claim(TENANT, tenant.slug())
                .claim("client_id", client.getClientId());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())
                && context.getAuthorizedScopes().contains(AccessTokens.SCOPE)) {
            context.getJwsHeader().type(AccessTokens.TYPE);
            claims.audience(List.of(AccessTokens.AUDIENCE));
        }
        if (context.getPrincipal().getPrincipal() instanceof SignedInPerson person) {
            describe(person, tenant, claims);
        } else {
            programs.used(tenant.id(), UUID.fromString(client.getClientId()));
            claims.claim("name", client.getClientName())
                    .claim(AccessTokens.SESSION, client.getClientSettings().getSetting(TenantClients.SECRET_ID));
        }
    }

    private void describe(SignedInPerson person, Tenant tenant, JwtClaimsSet.Builder claims) {
        var member = memberships
                .find(tenant.id(), person.person())
                .filter(found -> person.tenant().equals(tenant.id()))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        claims.claim("name", member.name())
                .claim("email", member.email())
                .claim("locale", member.locale().toLanguageTag())
                .claim(AccessTokens.SESSION, person.session().toString());
    }
}

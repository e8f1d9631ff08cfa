package io.qudao.identity.internal;

import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.TenantId;
import io.qudao.registry.CurrentTenant;
import io.qudao.registry.TenantSite;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The clients of the current tenant: the platform's user interface at its host, and the tenant's own programs. */
@Component
class TenantClients implements RegisteredClientRepository {

    static final String UI = "qudao-ui";
    static final String API_SCOPE = AccessTokens.SCOPE;

    /** Setting of a program: the id of the secret it presented. */
    static final String SECRET_ID = "qudao.secret-id";

    private final JdbcApiClients programs;
    private final IdentityProperties properties;
    private final String uiSecretHash;

    TenantClients(JdbcApiClients programs, IdentityProperties properties) {
        this.programs = programs;
        this.properties = properties;
        this.uiSecretHash = Hashes.sha256Text(properties.uiClientSecret());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are created by ApiClients");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        var site = CurrentTenant.get();
        if (!site.tenant().isActive()) {
            return null;
        }
        return clientId.equals(UI)
                ? ui(site)
                : program(site.tenant().id(), clientId).orElse(null);
    }

    private RegisteredClient ui(TenantSite site) {
        return RegisteredClient.withId(UI)
                .clientId(UI)
                .clientSecret(uiSecretHash)
                .clientName("Qudao")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(site.origin() + "/login/oauth2/code/qudao")
                .postLogoutRedirectUri(site.origin() + "/")
                .postLogoutRedirectUri(site.origin())
                .postLogoutRedirectUri(site.origin() + "/sign-out")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .scope(API_SCOPE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(properties.tokenLife())
                        .refreshTokenTimeToLive(properties.sessionLife())
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    private Optional<RegisteredClient> program(TenantId tenant, String clientId) {
        return uuid(clientId)
                .flatMap(id -> programs.known(tenant, id))
                .map(known -> RegisteredClient.withId(clientId)
                        .clientId(clientId)
                        .clientSecret(known.secretHash())
                        .clientName(known.client().name())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(API_SCOPE)
                        .clientSettings(ClientSettings.builder()
                                .setting(SECRET_ID, known.secretId().toString())
                                .build())
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenTimeToLive(properties.tokenLife())
                                .build())
                        .build());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}

package io.qudao.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The client registration for the tenant of the running request: browsers use the tenant's own host, which is the
 * issuer; this node calls the tenant-service directly.
 */
final class TenantRegistrations implements ClientRegistrationRepository {
    static final String ID = "qudao";

    private final IdentityProperties identity;

    TenantRegistrations(IdentityProperties identity) {
        this.identity = identity;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? of(origin(request())) : null;
    }

    /** Returns the public URL of the tenant's host, such as {@code http://acme.localhost:8080}. */
    static String origin(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private ClientRegistration of(String origin) {
        return ClientRegistration.withRegistrationId(ID)
                .clientId("qudao-ui")
                .clientSecret(identity.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(origin)
                .authorizationUri(origin + "/oauth2/authorize")
                .tokenUri(identity.url() + "/oauth2/token")
                .jwkSetUri(identity.url() + "/oauth2/jwks")
                .providerConfigurationMetadata(java.util.Map.of("end_session_endpoint", origin + "/connect/logout"))
                .userNameAttributeName("sub")
                .build();
    }
}

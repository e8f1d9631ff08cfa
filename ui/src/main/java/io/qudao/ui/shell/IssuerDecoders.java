package io.qudao.ui.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies id tokens with one decoder for each tenant's issuer. Spring's own factory keeps one per registration, which
 * all tenants share here.
 */
final class IssuerDecoders implements JwtDecoderFactory<ClientRegistration> {
    private final Cache<String, JwtDecoder> decoders =
            Caffeine.newBuilder().maximumSize(1_000).build();

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.get(registration.getProviderDetails().getIssuerUri(), issuer -> decoder(registration));
    }

    private static JwtDecoder decoder(ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration.getProviderDetails().getJwkSetUri())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }
}

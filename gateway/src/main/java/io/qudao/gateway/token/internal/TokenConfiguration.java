package io.qudao.gateway.token.internal;

import io.qudao.gateway.GatewaySettings;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    TokenVerifier tokenVerifier(GatewaySettings settings, RevokedTokens revoked, Clock clock) {
        var keys = Objects.requireNonNull(settings.tenantService()).resolve("/oauth2/jwks");
        return new TokenVerifier(new SigningKeys(keys, clock), revoked, clock);
    }
}

package io.qudao.identity.internal;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The OpenID provider: one server with an issuer for each tenant's host, without servlet sessions. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ProviderConfiguration {

    private static final String AUTHORIZE = "/oauth2/authorize";

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(JdbcSigningKeys keys) {
        return (selector, context) -> selector.select(keys.published());
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> source, TenantTokenValidator tenant) {
        var decoder = NimbusJwtDecoder.withJwkSource(source).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), tenant));
        return decoder;
    }

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http, SessionContexts sessions, SignOutEverywhere signOut) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.withObjectPostProcessor(WITHOUT_SERVLET_SESSION);
            server.oidc(oidc -> oidc.logoutEndpoint(logout -> {
                var redirect = new OidcLogoutAuthenticationSuccessHandler();
                redirect.setLogoutHandler(signOut);
                logout.logoutResponseHandler(redirect);
                logout.errorResponseHandler((request, response, failure) -> response.sendRedirect("/sign-out"));
            }));
        });
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        toSignIn(), PathPatternRequestMatcher.withDefaults().matcher(AUTHORIZE)))
                .build();
    }

    /** Redirects to the sign-in page, which returns to the same request. */
    private static AuthenticationEntryPoint toSignIn() {
        return (request, response, failure) -> {
            var back = URLEncoder.encode(asked(request), StandardCharsets.UTF_8);
            response.sendRedirect("/sign-in?continue=" + back);
        };
    }

    private static String asked(HttpServletRequest request) {
        return AUTHORIZE + "?" + request.getQueryString();
    }

    /** The filter would create a servlet session only for its id, but a signed-in person already has a session id. */
    private static final ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> WITHOUT_SERVLET_SESSION =
            new ObjectPostProcessor<>() {
                @Override
                public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
                    filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
                    return filter;
                }
            };
}

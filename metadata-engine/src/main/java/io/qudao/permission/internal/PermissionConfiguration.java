package io.qudao.permission.internal;

import io.qudao.kernel.AccessTokens;
import io.qudao.permission.Members;
import io.qudao.rest.ProblemWriter;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import io.qudao.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.client.RestTemplate;

/**
 * The security filter chains of a platform node: one for programs of the platform, one for the API. Those of the pages
 * come after these.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PermissionProperties.class)
class PermissionConfiguration {
    private static final int TIMEOUT_MILLIS = 5_000;

    @Bean
    static ModulePermissions memberPermissions() {
        return ModulePermissions.of("member.read", "member.manage", "client.manage", "partner.act");
    }

    @Bean
    static ModuleSchema permissionSchema() {
        return new ModuleSchema("engine", "permission", 30);
    }

    /**
     * Observing each of the many filters would cost a fifth of the time of a request; the request itself is observed.
     */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(Headers::isAllowed);
        return firewall;
    }

    @Bean
    @Order(5)
    SecurityFilterChain healthDoor(HttpSecurity http) {
        return stateless(http.securityMatcher("/actuator/health/**", "/actuator/health"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain internalDoor(HttpSecurity http, PermissionProperties properties) {
        return stateless(http.securityMatcher("/internal/**", "/actuator/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAt(
                        new InternalSecretFilter(properties.internal().secret()),
                        AbstractPreAuthenticatedProcessingFilter.class)
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain apiDoor(
            HttpSecurity http,
            PermissionProperties properties,
            Tenants tenants,
            Members members,
            RevokedIds revoked,
            ProblemWriter problems,
            Clock clock) {
        var tokens = new RememberedTokens(tokens(properties.identity().url()), revoked, clock);
        return stateless(http.securityMatcher("/api/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_api"))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(Headers::bearerToken)
                        .jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(problems::write)
                        .accessDeniedHandler(problems::write))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::write).accessDeniedHandler(problems::write))
                .addFilterBefore(new TenantHostFilter(tenants), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new ApiCallerFilter(members), AuthorizationFilter.class)
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /**
     * Accepts only access tokens made for the API only. Keys come from the identity provider on this network; whose
     * token it is, is checked against the host.
     */
    private static JwtDecoder tokens(String identityUrl) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT_MILLIS);
        requests.setReadTimeout(TIMEOUT_MILLIS);
        var decoder = NimbusJwtDecoder.withJwkSetUri(identityUrl + "/oauth2/jwks")
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtTypeValidator(AccessTokens.TYPE),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AccessTokens.AUDIENCE)),
                new JwtClaimValidator<>("sub", subject -> subject != null)));
        return decoder;
    }
}

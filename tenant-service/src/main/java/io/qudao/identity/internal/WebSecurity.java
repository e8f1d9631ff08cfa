package io.qudao.identity.internal;

import io.qudao.control.PublicAddress;
import io.qudao.control.web.ProblemWriter;
import io.qudao.kernel.CommonProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Configures who may call the API and the pages, and the security headers of the pages. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** Refuses parameters that the database cannot store. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(WebSecurity::isText);
        return firewall;
    }

    private static boolean isText(String value) {
        return value.codePoints().noneMatch(code -> code == 0 || Character.getType(code) == Character.SURROGATE);
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, TenantAdmins admins, ApiTokens tokens, ProblemWriter problems) {
        AuthenticationEntryPoint unauthenticated =
                (request, response, failure) -> problems.write(request, response, CommonProblem.UNAUTHENTICATED);
        AccessDeniedHandler forbidden =
                (request, response, failure) -> problems.write(request, response, CommonProblem.FORBIDDEN);
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/clients", "/api/v1/clients/**")
                        .access(admins)
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens.decoder()))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
    }

    /** Callers present the installation's secret, which a filter has compared, or ask for health on this machine. */
    @Bean
    @Order(3)
    SecurityFilterChain programs(HttpSecurity http) {
        return http.securityMatcher("/internal/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, SessionContexts sessions, PublicAddress address) {
        var forgery = new CookieCsrfTokenRepository();
        forgery.setCookieName("QUDAO_FORM");
        forgery.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.csrf(csrf -> csrf.csrfTokenRepository(forgery))
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(address)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .build();
    }

    /** Allows only our own files; forms may lead from the public site to a tenant's host. */
    private static String policy(PublicAddress address) {
        return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self';"
                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + address.site() + " "
                + address.ofTenant("*");
    }
}

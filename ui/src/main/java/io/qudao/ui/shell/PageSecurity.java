package io.qudao.ui.shell;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import io.qudao.permission.Members;
import io.qudao.permission.Revocations;
import io.qudao.rest.ProblemWriter;
import io.qudao.tenancy.Tenants;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Admits people who signed in on the tenant's own sign-in page: authorization code with PKCE. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class PageSecurity {
    private static final String SIGN_IN = "/oauth2/authorization/" + TenantRegistrations.ID;

    @Bean
    static TenantRegistrations tenantRegistrations(IdentityProperties identity) {
        return new TenantRegistrations(identity);
    }

    @Bean
    static JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        return new IssuerDecoders();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            TenantRegistrations registrations,
            Tenants tenants,
            Members members,
            Revocations revocations,
            ProblemWriter problems,
            RefusalPage refusal,
            VaadinDefaultRequestCache wanted) {
        wanted.setDelegateRequestCache(withoutMark());
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signOut.setPostLogoutRedirectUri("{baseUrl}/");
        signOut.setRedirectStrategy(new UidlRedirectStrategy());
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/*.css", "/*.js", "/favicon.svg", "/actuator/health/**")
                        .permitAll());
        http.oauth2Login(login -> login.loginPage(SIGN_IN)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(withProof(registrations)))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens())));
        http.with(
                vaadin(),
                pages -> pages.oauth2LoginPage(SIGN_IN)
                        .logoutSuccessHandler(signOut)
                        .anyRequest(AuthorizedUrl::authenticated));
        http.addFilterAfter(
                new PageCallerFilter(tenants, members, revocations, problems, refusal), AuthorizationFilter.class);
        return http.build();
    }

    /** Returns people to the page they asked for without a mark in its address. */
    private static HttpSessionRequestCache withoutMark() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static OAuth2AuthorizationRequestResolver withProof(TenantRegistrations registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** Sends the tenant's public host to the tenant-service, which this node calls by another address. */
    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.addHeadersConverter(grant ->
                forwarded(grant.getClientRegistration().getProviderDetails().getIssuerUri()));
        return client;
    }

    private static HttpHeaders forwarded(String origin) {
        var uri = URI.create(origin);
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        var headers = new HttpHeaders();
        headers.set("X-Forwarded-Host", uri.getAuthority());
        headers.set("X-Forwarded-Proto", uri.getScheme());
        headers.set("X-Forwarded-Port", String.valueOf(port));
        return headers;
    }
}

package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class ClientCredentialsIntegrationTests {

    @Autowired
    private Calls calls;

    @Test
    void givesProgramATokenThatTheKeySetVerifies() throws Exception {
        var tenant = calls.signUp("program");
        var answer = calls.token(tenant.host(), tenant.client(), tenant.secret());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("expires_in").asInt()).isBetween(890, 900);
        var token = SignedJWT.parse(answer.text("access_token"));
        var keys = JWKSet.parse(calls.get("127.0.0.1", "/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(tenant.origin());
        assertThat(claims.getSubject()).isEqualTo(tenant.client());
        assertThat(claims.getIntegerClaim("tid")).isEqualTo(tenant.id());
        assertThat(claims.getStringClaim("tenant")).isEqualTo(tenant.slug());
        assertThat(claims.getStringClaim("client_id")).isEqualTo(tenant.client());
        assertThat(claims.getStringClaim("name")).isEqualTo("API");
        assertThat(claims.getStringListClaim("scope")).containsExactly("api");
    }

    @Test
    void refusesWrongSecretsUnknownClientsAndOtherScopes() {
        var tenant = calls.signUp("secretive");
        assertThat(calls.token(tenant.host(), tenant.client(), "wrong").status())
                .isEqualTo(401);
        assertThat(calls.token(tenant.host(), "nobody", tenant.secret()).status())
                .isEqualTo(401);
        assertThat(calls.form(
                                tenant.host(),
                                "/oauth2/token",
                                Map.of("grant_type", "client_credentials", "scope", "openid"),
                                tenant.client(),
                                tenant.secret())
                        .text("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void knowsNoProgramOfAnotherTenant() {
        var one = calls.signUp("one");
        var other = calls.signUp("other");
        assertThat(calls.token(other.host(), one.client(), one.secret()).status())
                .isEqualTo(401);
    }
}

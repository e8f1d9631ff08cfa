package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.ControlStack;
import io.qudao.control.testing.Rows;
import io.qudao.control.testing.SetClock;
import io.qudao.control.testing.UiFlow;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class KeyRotationIntegrationTests {

    @Autowired
    private Calls calls;

    @Autowired
    private SetClock clock;

    @Autowired
    private SigningKeys keys;

    /** Keys of the time to come would leave the other tests without one. */
    @AfterEach
    void startAnew() {
        clock.reset();
        Rows.change("delete from signing_key");
        keys.rotateIfDue();
    }

    @Test
    void publishesAheadThenSignsAndStillVerifiesFormerTokens() throws Exception {
        var tenant = calls.signUp("rotate");
        var tokens = new UiFlow(calls, tenant).signIn();
        var before = SignedJWT.parse(tokens.text("access_token"));

        var answer = calls.post(
                tenant.host(),
                "/internal/keys/rotate",
                Map.of(),
                "Authorization",
                "Bearer " + ControlStack.INTERNAL_SECRET);
        var next = answer.text("kid");
        assertThat(published().getKeyByKeyId(next))
                .as("published ahead of its use")
                .isNotNull();
        assertThat(SignedJWT.parse(calls.token(tenant)).getHeader().getKeyID())
                .isEqualTo(before.getHeader().getKeyID());

        clock.advance(Duration.ofMinutes(11));
        var after = SignedJWT.parse(calls.token(tenant));
        assertThat(after.getHeader().getKeyID()).isEqualTo(next);
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(after)).isTrue();
        assertThat(calls.get(tenant.host(), "/userinfo", "Authorization", "Bearer " + before.serialize())
                        .status())
                .isEqualTo(200);

        clock.advance(Duration.ofHours(2));
        keys.rotateIfDue();
        assertThat(published().getKeyByKeyId(before.getHeader().getKeyID()))
                .as("gone when its tokens are")
                .isNull();
    }

    @Test
    void rotatesByItselfWhenDueAndOnlyThen() throws Exception {
        keys.rotateIfDue();
        var kids = Rows.of("select kid from signing_key", 0);
        keys.rotateIfDue();
        assertThat(Rows.of("select kid from signing_key", 0)).isEqualTo(kids);
        clock.advance(Duration.ofDays(31));
        keys.rotateIfDue();
        keys.rotateIfDue();
        assertThat(Rows.of("select kid from signing_key where published_to is null", 0))
                .hasSize(1)
                .doesNotContainAnyElementsOf(kids);
    }

    @Test
    void showsAndKeepsNoPrivateKey() {
        assertThat(calls.get("127.0.0.1", "/oauth2/jwks").body())
                .contains("\"kty\":\"RSA\"", "\"kid\"")
                .doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(Rows.of("select public_jwk || encode(sealed, 'escape') from signing_key", 0))
                .isNotEmpty()
                .noneMatch(row -> row.contains("\"d\""));
    }

    private JWKSet published() throws Exception {
        return JWKSet.parse(calls.get("127.0.0.1", "/oauth2/jwks").body());
    }

    private boolean verifies(SignedJWT token) throws Exception {
        var key = published().getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}

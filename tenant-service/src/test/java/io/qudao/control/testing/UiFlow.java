package io.qudao.control.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** What the platform's user interface does: authorization code with PKCE, refresh, sign-out. */
public final class UiFlow {

    public static final String CLIENT = "qudao-ui";

    private static final String VERIFIER = "a-verifier-of-enough-length-for-the-standard-0123456789";

    private final Calls calls;
    private final Calls.Tenant tenant;
    private final Browser browser;

    public UiFlow(Calls calls, Calls.Tenant tenant) {
        this.calls = calls;
        this.tenant = tenant;
        this.browser = new Browser(calls, tenant.host());
    }

    public Browser browser() {
        return browser;
    }

    public String redirect() {
        return tenant.origin() + "/login/oauth2/code/qudao";
    }

    public String authorizePath() {
        return "/oauth2/authorize?"
                + Calls.encoded(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        CLIENT,
                        "scope",
                        "openid profile email api",
                        "redirect_uri",
                        redirect(),
                        "state",
                        "st {1} ate",
                        "nonce",
                        "n-1",
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256"));
    }

    /** Signs in on the page and comes back with a code. */
    public String code(String email, String password) {
        var page = browser.get(Browser.path(browser.get(authorizePath())));
        var signedIn = browser.submit(page, "/sign-in", Map.of("email", email, "password", password));
        return codeIn(browser.get(Browser.path(signedIn)));
    }

    /** The code in the redirect that answers an authorization request. */
    public String codeIn(Answer redirect) {
        if (!redirect.header("Location").startsWith(redirect())) {
            throw new IllegalStateException(redirect.status() + " " + redirect.header("Location") + redirect.body());
        }
        return parameters(redirect.header("Location")).get("code");
    }

    public Answer exchange(String code) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect(),
                "code_verifier",
                VERIFIER));
    }

    public Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public Answer token(Map<String, String> form) {
        return calls.form(tenant.host(), "/oauth2/token", form, CLIENT, ControlStack.UI_SECRET);
    }

    public Answer signIn() {
        return exchange(code(tenant.email(), Calls.PASSWORD));
    }

    public static Map<String, String> parameters(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

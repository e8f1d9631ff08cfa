package io.qudao.control.testing;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;

/** The revocations that the program reports to the nodes. */
public final class Revoked {

    private Revoked() {}

    /** Ids revoked at a tenant. */
    public static List<String> ids(Calls calls, Calls.Tenant tenant) {
        return calls.get(
                        "127.0.0.1", "/internal/revocations", "Authorization", "Bearer " + ControlStack.INTERNAL_SECRET)
                .json()
                .get("revoked")
                .valueStream()
                .filter(one -> one.get("tenantId").asInt() == tenant.id())
                .map(one -> one.get("id").asString())
                .toList();
    }

    /** A claim of the access token in an answer of the token endpoint. */
    public static String claim(Answer tokens, String name) {
        try {
            return SignedJWT.parse(tokens.text("access_token"))
                    .getJWTClaimsSet()
                    .getStringClaim(name);
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

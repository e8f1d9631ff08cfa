package io.qudao.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.Ids;
import io.qudao.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A minimal identity provider for tests: it signs tokens with its own key, serves that key, and knows people. */
public final class TestIdentity {
    private static final Pattern EMAIL = Pattern.compile("\"email\"\\s*:\\s*\"([^\"]+)\"");
    private static final RSAKey KEY = newKey();
    private static final Map<String, UUID> PEOPLE = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> STATES = new ConcurrentHashMap<>();
    private static final List<String> REVOKED = new CopyOnWriteArrayList<>();
    private static final Map<String, Refusal> REFUSED = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    private TestIdentity() {}

    /** For {@code qudao.identity.url}. */
    public static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    /** A valid access token of the tenant for a person or a program. */
    public static String token(Tenant tenant, String subject) {
        return sign(claims(tenant, subject).build());
    }

    /** The claims of a valid token, to be made invalid. */
    public static JWTClaimsSet.Builder claims(Tenant tenant, String subject) {
        Instant now = Clock.systemUTC().instant();
        return new JWTClaimsSet.Builder()
                .issuer("http://" + tenant.slug() + ".localhost:8080")
                .subject(subject)
                .audience(AccessTokens.AUDIENCE)
                .jwtID(Ids.next().toString())
                .claim(AccessTokens.SESSION, Ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                .claim("tid", tenant.id().value())
                .claim("tenant", tenant.slug())
                .claim("client_id", "tests")
                .claim("scope", List.of("api"));
    }

    public static String sign(JWTClaimsSet claims) {
        return sign(claims, KEY, AccessTokens.TYPE);
    }

    /** An id token or whatever else the same issuer signs. */
    public static String sign(JWTClaimsSet claims, String type) {
        return sign(claims, KEY, type);
    }

    /** Reports this revocation to nodes that poll, as the control plane does without Redis. */
    public static void revoke(Tenant tenant, String id) {
        REVOKED.add("{\"tenantId\":%d,\"id\":\"%s\",\"until\":\"%s\"}"
                .formatted(tenant.id().value(), id, Clock.systemUTC().instant().plus(Duration.ofMinutes(16))));
    }

    /** Returns whether each subject is active at this provider. */
    public static Map<String, Boolean> states() {
        return STATES;
    }

    /** Returns a token signed with an unknown key. */
    public static String forge(JWTClaimsSet claims) {
        return sign(claims, newKey(), AccessTokens.TYPE);
    }

    /** Whom this e-mail address belongs to; a new person the first time. */
    public static UUID personOf(String email) {
        return PEOPLE.computeIfAbsent(email, unknown -> Ids.next());
    }

    /** What is answered from now on when this address is to be made known. */
    public static void refuse(String email, int status, String problem) {
        REFUSED.put(email, new Refusal(status, problem));
    }

    private record Refusal(int status, String problem) {}

    private static String sign(JWTClaimsSet claims, RSAKey key, String type) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType(type))
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(Ids.next().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/oauth2/jwks", exchange -> answer(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
            server.createContext("/internal/people", TestIdentity::answerPerson);
            server.createContext("/internal/members/", TestIdentity::takeState);
            server.createContext("/internal/revocations", TestIdentity::answerRevoked);
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void takeState(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        STATES.put(exchange.getRequestURI().getPath().split("/", -1)[3], body.contains("\"active\":true"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void answerRevoked(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                "{\"asOf\":\"%s\",\"revoked\":[%s]}".formatted(Clock.systemUTC().instant(), String.join(",", REVOKED)));
    }

    private static void answerPerson(HttpExchange exchange) throws IOException {
        var email = EMAIL.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean known = ("Bearer " + TestStack.INTERNAL_SECRET)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known || !email.find()) {
            exchange.sendResponseHeaders(known ? 400 : 401, -1);
            exchange.close();
            return;
        }
        var refusal = REFUSED.get(email.group(1));
        if (refusal == null) {
            answer(exchange, "{\"personId\":\"" + personOf(email.group(1)) + "\"}");
        } else {
            answer(exchange, refusal.status(), refusal.problem());
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        answer(exchange, 200, json);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}

package io.qudao.deploy.client;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public site: where tenants are made. */
public final class Site {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;

    /**
     * A site.
     *
     * @param url such as {@code http://localhost:8080}
     */
    public Site(String url) {
        this.connection = new Connection(URI.create(url));
    }

    /**
     * Signs a tenant up, with a first program that may call its API. Who asks again with the same slug, address and password,
     * because the answer was lost, is answered as the first time.
     */
    public Credentials signUp(SignUp wanted) throws InterruptedException {
        return signUpTenant(wanted).credentials();
    }

    /** The same, with the tenant's id and its API. */
    public Tenant signUpTenant(SignUp wanted) throws InterruptedException {
        var body = JSON.createObjectNode()
                .put("slug", wanted.slug())
                .put("company", wanted.company())
                .put("name", wanted.adminName())
                .put("email", wanted.email())
                .put("password", wanted.password())
                .put("locale", wanted.locale())
                .put("currency", wanted.currency())
                .put("apiClient", true);
        var answer = connection
                .persist(
                        connection.base().getAuthority(),
                        "POST",
                        "/api/v1/sign-up",
                        body.toString(),
                        Map.of("Content-Type", "application/json"))
                .orFail("Signing " + wanted.slug() + " up");
        JsonNode client = answer.json().path("client");
        var credentials = new Credentials(
                client.path("id").asString(), client.path("secret").asString());
        return new Tenant(answer.json().path("tenantId").asInt(), credentials, tenant(wanted.slug(), credentials));
    }

    /** The API of a tenant. */
    public TenantApi tenant(String slug, Credentials credentials) {
        return new TenantApi(connection, slug + "." + connection.base().getAuthority(), credentials);
    }

    /** What a new tenant says of itself. */
    public record SignUp(
            String slug,
            String company,
            String adminName,
            String email,
            String password,
            String locale,
            String currency) {}

    /** A tenant just made. */
    public record Tenant(int id, Credentials credentials, TenantApi api) {}
}

package io.qudao.deploy.client;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public site, where tenants are created. */
public final class Site {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;

    /**
     * Creates a site.
     *
     * @param url such as {@code http://localhost:8080}
     */
    public Site(String url) {
        this.connection = new Connection(URI.create(url));
    }

    /**
     * Signs up a tenant with a first program that may call its API. If the response was lost, the same request with the
     * same slug, address and password gets the same response.
     */
    public Credentials signUp(SignUp wanted) throws InterruptedException {
        return signUpTenant(wanted).credentials();
    }

    /** Signs up a tenant; returns its id and its API. */
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

    /** Returns the API of a tenant. */
    public TenantApi tenant(String slug, Credentials credentials) {
        return new TenantApi(connection, slug + "." + connection.base().getAuthority(), credentials);
    }

    /** The data of a new tenant. */
    public record SignUp(
            String slug,
            String company,
            String adminName,
            String email,
            String password,
            String locale,
            String currency) {}

    /** A tenant that was just created. */
    public record Tenant(int id, Credentials credentials, TenantApi api) {}
}

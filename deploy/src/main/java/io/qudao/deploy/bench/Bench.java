package io.qudao.deploy.bench;

import io.qudao.deploy.Terminal;
import io.qudao.deploy.client.Credentials;
import io.qudao.deploy.client.Site;
import io.qudao.deploy.client.TenantApi;
import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The environment of a benchmark: a fresh stack of its own, a tenant, and access to the database.
 *
 * @param sizes numbers of rows that a benchmark of files measures
 */
record Bench(LocalStack stack, Path folder, Terminal terminal, List<Integer> sizes) {
    Bench {
        sizes = List.copyOf(sizes);
    }

    /** Creates a tenant; returns its API and its id in the database. */
    Site.Tenant tenant(String slug) throws InterruptedException {
        var site = new Site(stack.description().url());
        return site.signUpTenant(new Site.SignUp(
                slug, "Bench " + slug, "Bench", "bench@" + slug + ".example", "Bench-mark-9-Pass", "en", "CNY"));
    }

    TenantApi api(String slug, Credentials credentials) {
        return new Site(stack.description().url()).tenant(slug, credentials);
    }

    /** Connects as the application role, which owns nothing. */
    Connection database() throws SQLException {
        var database = stack.description().database();
        return DriverManager.getConnection(
                database.shard(), database.app(), stack.secrets().get(Secrets.Name.DATABASE_APP));
    }

    /** Puts a component into the tenant's draft. */
    static void component(TenantApi api, String kind, String name, String json) throws InterruptedException {
        api.put("/api/v1/metadata/components/" + kind + "/" + name, json).orFail("The component " + name);
    }

    static void publish(TenantApi api) throws InterruptedException {
        api.post("/api/v1/metadata/publish", "{\"comment\": \"bench\"}", Map.of())
                .orFail("Publishing");
    }

    void say(String text) {
        terminal.status("  " + text);
    }

    static double perSecond(long count, Duration took) {
        return count * 1e9 / Math.max(1, took.toNanos());
    }
}

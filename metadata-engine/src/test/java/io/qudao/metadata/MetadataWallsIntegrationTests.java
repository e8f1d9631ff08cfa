package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What one tenant shapes is nothing to another, by any way in; and within a tenant it takes the right to. */
@HttpTest
class MetadataWallsIntegrationTests {
    private static final String BASE = "/api/v1/metadata";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Releases releases;

    @Autowired
    private Metadata metadata;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant one;
    private Tenant two;

    @BeforeEach
    void makeTenants() {
        one = TenantFixture.create(context);
        two = TenantFixture.create(context);
        TenantScope.run(Caller.platform(one), () -> {
            releases.put(new Component(ComponentKind.OBJECT, "secret", "{\"label\":{\"en\":\"Secret\"}}"));
            releases.put(new Component(
                    ComponentKind.FIELD,
                    "secret.code",
                    "{\"label\":{\"en\":\"Secret\"},\"type\":\"text\",\"filterable\":true}"));
            releases.publish("Secret");
            releases.put(new Component(ComponentKind.OBJECT, "secret_too", "{\"label\":{\"en\":\"Secret\"}}"));
        });
    }

    @Test
    void showsNothingOverRest() { // T1
        var other = ApiClient.admin(context, two);
        for (String path :
                List.of("/components", "/draft", "/plan", "/releases", "/objects", "/change-sets", "/upgrade")) {
            var answer = other.get(BASE + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body().toLowerCase(Locale.ROOT)).as(path).doesNotContain("secret");
        }
        assertThat(other.get(BASE + "/objects/secret").status()).isEqualTo(404);
        assertThat(other.get(BASE + "/components/object/secret").status()).isEqualTo(404);
        assertThat(other.delete(BASE + "/components/object/secret").status()).isEqualTo(404);
        assertThat(other.post(BASE + "/releases/1/rollback", "").status()).isEqualTo(404);
        assertThat(other.post(BASE + "/publish", "{}").code()).isEqualTo("metadata.draft_empty");
        assertThat(other.delete(BASE + "/draft").status()).isEqualTo(204);
        var mine = ApiClient.admin(context, one);
        String changeSet = mine.get(BASE + "/change-sets").at("/items/0/id");
        String named = BASE + "/draft?changeSet=" + changeSet;
        assertThat(mine.get(named).body()).contains("secret_too");
        assertThat(other.get(named).status()).isEqualTo(404);
        assertThat(other.delete(BASE + "/change-sets/" + changeSet).status()).isEqualTo(404);
        assertThat(other.post(BASE + "/change-sets/" + changeSet + "/choose", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsNothingByTheFacades() { // T1
        TenantScope.run(Caller.platform(two), () -> {
            assertThat(metadata.current().object("secret")).isEmpty();
            assertThat(metadata.current().number()).isZero();
            assertThat(releases.history()).isEmpty();
            assertThat(releases.draft().isEmpty()).isTrue();
            assertThat(releases.plan().changes()).isEmpty();
            assertThat(releases.components())
                    .noneMatch(listing -> listing.key().name().startsWith("secret"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release_head",
                "release",
                "component_version",
                "release_component",
                "change_set",
                "change_set_component",
                "object_registry",
                "slot"
            })
    void showsNoRowInTheDatabase(String table) { // T1
        String everybodys = "select count(*) from engine." + table;
        assertThat(count(one, everybodys)).isPositive();
        assertThat(count(two, everybodys + " where tenant_id = " + one.id().value()))
                .isZero();
    }

    @Test
    void asksForTheRight() {
        var nobody = caller(Set.of());
        var reader = caller(Set.of("metadata.read"));
        var editor = caller(Set.of("metadata.read", "metadata.edit"));
        var visit = new Component(ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\"}}");
        assertForbidden(nobody, () -> releases.components());
        assertForbidden(nobody, () -> releases.history());
        assertForbidden(reader, () -> releases.put(visit));
        assertForbidden(reader, () -> releases.remove(visit.key()));
        assertForbidden(reader, () -> releases.discard());
        TenantScope.run(editor, () -> releases.put(visit));
        assertForbidden(editor, () -> releases.publish("No"));
        var publisher = caller(Set.of("metadata.read", "metadata.publish"));
        var access = List.of(new Access("order_desk", "visit", Level.READ, Set.of()));
        assertForbidden(publisher, () -> releases.publish(new Releases.Publication("No", false, null, access)));
        assertForbidden(editor, () -> releases.rollback(0, new Releases.Publication("", false, null)));
    }

    @Test
    void takesNoRowForATenantThatShapesNothing() {
        TenantScope.run(Caller.platform(two), () -> {
            metadata.current();
            releases.plan();
        });
        assertThat(count(two, "select count(*) from engine.release_head")).isZero();
        assertThat(TenantScope.<ReleaseView, RuntimeException>call(Caller.platform(two), metadata::current))
                .isSameAs(TenantScope.<ReleaseView, RuntimeException>call(
                        Caller.platform(TenantFixture.create(context)), metadata::current));
    }

    private Caller caller(Set<String> permissions) {
        return new Caller(one, new UUID(1, 1), "Somebody", null, permissions, Locale.ENGLISH);
    }

    private static void assertForbidden(Caller caller, Runnable work) {
        assertThatThrownBy(() -> TenantScope.run(caller, work))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("forbidden"));
    }

    private int count(Tenant tenant, String sql) {
        return TenantScope.call(
                Caller.platform(tenant),
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(Integer.class).single()));
    }
}

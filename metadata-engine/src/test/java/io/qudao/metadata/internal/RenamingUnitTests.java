package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A component that gets another name stays what it is. */
class RenamingUnitTests {
    private TenantMetadataFixture tenant = new TenantMetadataFixture();

    @BeforeEach
    void makeVisit() {
        tenant = new TenantMetadataFixture();
        tenant.object("visit").field("visit.score", "'type':'integer','filterable':true");
    }

    @Test
    void renamesAFieldWhereverItIsUsed() {
        tenant.put(
                        ComponentKind.VALIDATION_RULE,
                        "visit.low",
                        "{'condition':'score < 0 || name == \\u0027score\\u0027','message':{'en':'No'},'field':'score'}")
                .put(
                        ComponentKind.LIST_VIEW,
                        "visit.good",
                        "{'label':{'en':'G'},'columns':['name','score'],'filter':'score > 5','sort':[{'field':'score'}]}")
                .put(
                        ComponentKind.PERMISSION_SET,
                        "visitor",
                        "{'label':{'en':'V'},'objects':{'visit':{'read':true,'hidden':['score']}}}")
                .publish();
        String id = tenant.type("visit").field("score").orElseThrow().id();
        tenant.rename(ComponentKind.FIELD, "visit.score", "points");
        assertThat(tenant.violations()).isEmpty();
        tenant.publish();
        assertThat(tenant.type("visit").field("points").orElseThrow().id()).isEqualTo(id);
        var release = tenant.compiled();
        assertThat(release.rules("visit").getFirst().source()).isEqualTo("points < 0 || name == 'score'");
        assertThat(release.rules("visit").getFirst().field()).isEqualTo("points");
        var view = release.listViews("visit").stream()
                .filter(one -> one.name().equals("good"))
                .findFirst()
                .orElseThrow();
        assertThat(view.columns()).containsExactly("name", "points");
        assertThat(view.filter()).isEqualTo("points > 5");
        assertThat(view.sort().getFirst().field()).isEqualTo("points");
    }
}

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
                        "{'condition':'score < 0 || name =="
                                + " \\u0027score\\u0027','message':{'en':'No'},'field':'score'}")
                .put(
                        ComponentKind.LIST_VIEW,
                        "visit.good",
                        "{'label':{'en':'G'},'columns':['name','score'],'filter':'score >"
                                + " 5','sort':[{'field':'score'}]}")
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

    @Test
    void keepsBracketsAndSpacesOfAnExpression() { // PP-25
        tenant.field("visit.a", "'type':'integer'")
                .field("visit.c", "'type':'integer'")
                .put(
                        ComponentKind.VALIDATION_RULE,
                        "visit.rest",
                        "{'condition':'a  - (score - c) == 5 && !(score > 3 || c > 9)','message':{'en':'No'}}");
        tenant.rename(ComponentKind.FIELD, "visit.score", "base");
        assertThat(tenant.violations()).isEmpty();
        assertThat(condition("visit", "rest")).isEqualTo("a  - (base - c) == 5 && !(base > 3 || c > 9)");
    }

    @Test
    void leavesFunctionsTextsAndCommentsAlone() {
        tenant.field("visit.size", "'type':'integer'")
                .put(
                        ComponentKind.VALIDATION_RULE,
                        "visit.long",
                        "{'condition':'// don\\u0027t take size\\n"
                                + "size(name) > size // it\\u0027s size\\n"
                                + " && name != \\u0027size\\u0027','message':{'en':'No'}}");
        tenant.rename(ComponentKind.FIELD, "visit.size", "width");
        assertThat(tenant.violations()).isEmpty();
        assertThat(condition("visit", "long"))
                .isEqualTo("// don't take size\nsize(name) > width // it's size\n && name != 'size'");
    }

    @Test
    void followsPathsToTheField() {
        tenant.field("visit.previous", "'type':'lookup','target':'visit'")
                .object("trip")
                .field("trip.score", "'type':'integer'")
                .field("trip.visit", "'type':'lookup','target':'visit'")
                .put(
                        ComponentKind.VALIDATION_RULE,
                        "trip.low",
                        "{'condition':'visit.previous.score < score','message':{'en':'No'}}")
                .put(
                        ComponentKind.VALIDATION_RULE,
                        "visit.lower",
                        "{'condition':'previous.score > score','message':{'en':'No'}}")
                .put(
                        ComponentKind.LIST_VIEW,
                        "trip.all",
                        "{'label':{'en':'A'},'columns':['score','visit.score'],'sort':[{'field':'visit.score'}]}");
        tenant.rename(ComponentKind.FIELD, "visit.score", "points");
        assertThat(tenant.violations()).isEmpty();
        assertThat(condition("trip", "low")).isEqualTo("visit.previous.points < score");
        assertThat(condition("visit", "lower")).isEqualTo("previous.points > points");
        var list = tenant.publish().compiled().listViews("trip").getFirst();
        assertThat(list.columns()).containsExactly("score", "visit.points");
        assertThat(list.sort().getFirst().field()).isEqualTo("visit.points");
    }

    @Test
    void leavesPermissionsOfModulesAlone() {
        tenant.object("catalog")
                .put(
                        ComponentKind.PERMISSION_SET,
                        "clerk",
                        "{'label':{'en':'C'},'permissions':['catalog.read'],'objects':{'catalog':{'read':true}}}")
                .publish();
        tenant.rename(ComponentKind.OBJECT, "catalog", "leaflet");
        var clerk = tenant.publish().compiled().permissionSets().stream()
                .filter(set -> set.name().equals("clerk"))
                .findFirst()
                .orElseThrow();
        assertThat(clerk.granted()).containsExactlyInAnyOrder("catalog.read", "record.leaflet.read");
    }

    /** Publishes what is there and returns the condition of a rule. */
    private String condition(String object, String rule) {
        return tenant.publish().compiled().rules(object).stream()
                .filter(one -> one.name().equals(rule))
                .findFirst()
                .orElseThrow()
                .source();
    }
}

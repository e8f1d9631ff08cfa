package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.ListView.Sort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paths in components: they lead somewhere, and what they lead through stays. */
class PathChecksUnitTests {
    private TenantMetadataFixture tenant = new TenantMetadataFixture();

    @BeforeEach
    void makeVisits() {
        tenant = new TenantMetadataFixture();
        tenant.object("region")
                .field("region.above", "'type':'lookup','target':'region'")
                .field("region.people", "'type':'integer'")
                .field(
                        "region.level",
                        "'type':'picklist','options':[{'value':'a','label':{'en':'A'}},{'value':'b','label':{'en':'B'}}]")
                .object("outlet")
                .field("outlet.region", "'type':'lookup','target':'region'")
                .field("outlet.code", "'type':'text'")
                .field("outlet.total", "'type':'money'")
                .object("visit")
                .field("visit.outlet", "'type':'lookup','target':'outlet'");
    }

    private TenantMetadataFixture list(String columns, String filter, String sort) {
        return tenant.put(
                ComponentKind.LIST_VIEW,
                "visit.some",
                "{'label':{'en':'S'},'columns':[%s],'filter':'%s','sort':[{'field':'%s'}]}"
                        .formatted(columns, filter.replace("'", "\\u0027"), sort));
    }

    private TenantMetadataFixture rule(String condition) {
        return tenant.put(
                ComponentKind.VALIDATION_RULE,
                "visit.rule",
                "{'condition':'%s','message':{'en':'No'}}".formatted(condition.replace("'", "\\u0027")));
    }

    @Test
    void followsLookUps() {
        list("'name','outlet.code','outlet.region.above.name'", "outlet.total.amount > 1", "outlet.region.people");
        rule("outlet.region.above.level == 'a' && outlet.id != null");
        assertThat(tenant.violations()).isEmpty();
        var view = tenant.publish().compiled().listViews("visit").getLast();
        assertThat(view.columns()).containsExactly("name", "outlet.code", "outlet.region.above.name");
        assertThat(view.sort()).containsExactly(new Sort("outlet.region.people", false));
    }

    @Test
    void refusesWaysToNothing() {
        list(
                "'outlet.cod','outlet.code.x','outlet.total.amount','outlet.id'",
                "outlet.region.nothing == 1",
                "town.name");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "list_view/visit.some/columns[0]:expression.misspelt_field[1, 8, cod, code]",
                        "list_view/visit.some/columns[1]:expression.no_fields[1, 8, code, text]",
                        "list_view/visit.some/columns[2]:metadata.unknown_reference[field, outlet.total.amount]",
                        "list_view/visit.some/columns[3]:metadata.unknown_reference[field, outlet.id]",
                        "list_view/visit.some/filter:expression.unknown_field[1, 15, nothing]",
                        "list_view/visit.some/sort[0].field:expression.unknown_field[1, 1, town]");
    }

    @Test
    void refusesMoreThanThreeLookUps() {
        list("'outlet.region.above.above.name'", "outlet.region.above.above.people > 1", "name");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "list_view/visit.some/columns[0]:expression.long_path[1, 27, 3]",
                        "list_view/visit.some/filter:expression.long_path[1, 27, 3]");
    }

    @Test
    void refusesOptionsAtTheEndOfAPath() {
        rule("outlet.region.level == 'c'");
        assertThat(tenant.violations())
                .containsExactly(
                        "validation_rule/visit.rule/condition:metadata.unknown_option[outlet.region.level, c]");
    }

    @Test
    void leadsNowhereInDefaultsAndApprovals() {
        tenant.field("visit.code", "'type':'text','default':'outlet.code'")
                .put(
                        ComponentKind.APPROVAL_PROCESS,
                        "visit.check",
                        "{'label':{'en':'C'},'entry':'outlet.code != null','approverPermission':'visit.approve'}");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.code/default:expression.no_fields[1, 1, outlet, reference]",
                        "approval_process/visit.check/entry:expression.no_fields[1, 1, outlet, reference]");
    }

    @Test
    void keepsWhatPathsLeadThrough() {
        list("'outlet.code'", "outlet.region.people > 1", "outlet.region.above.name");
        rule("outlet.region.people > 9");
        tenant.publish();
        tenant.remove(ComponentKind.FIELD, "region.people").remove(ComponentKind.FIELD, "region.above");
        assertThat(tenant.violations())
                .containsExactly(
                        "field/region.above:metadata.in_use[list_view/visit.some]",
                        "field/region.people:metadata.in_use[list_view/visit.some, validation_rule/visit.rule]");
    }

    @Test
    void renamesTheFieldAPathLeadsTo() {
        list("'outlet.code'", "outlet.code == 'x'", "name").publish();
        tenant.rename(ComponentKind.FIELD, "outlet.code", "number");
        assertThat(tenant.violations()).isEmpty();
        var view = tenant.publish().compiled().listViews("visit").getLast();
        assertThat(view.columns()).containsExactly("outlet.number");
        assertThat(view.filter()).isEqualTo("outlet.number == 'x'");
    }

    @Test
    void renamesTheLookUpAPathBeginsWith() {
        list("'outlet','outlet.code'", "outlet.region.people > 1", "outlet.code")
                .publish();
        tenant.rename(ComponentKind.FIELD, "visit.outlet", "shop");
        assertThat(tenant.violations()).isEmpty();
        var view = tenant.publish().compiled().listViews("visit").getLast();
        assertThat(view.columns()).containsExactly("shop", "shop.code");
        assertThat(view.filter()).isEqualTo("shop.region.people > 1");
        assertThat(view.sort()).containsExactly(new Sort("shop.code", false));
    }
}

package io.qudao.metadata.internal;

import static io.qudao.metadata.internal.TenantMetadataFixture.DEAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.Plan.Action;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A newly shipped component never changes a tenant's own component. */
class UpgradeUnitTests {
    private static final StandardObject VISIT = StandardObject.of("visit", Label.of("Visit", "拜访"), Label.of("V", "拜"))
            .table("apps.visit", "everything")
            .field("code", DataType.TEXT, Label.of("Code", "编码"))
            .build();

    private static final StandardObject LONGER_DEAL = StandardObject.of("deal", Label.of("D", "交"), Label.of("D", "交"))
            .table("apps.deal", "everything", "t1", "n1")
            .field("code", DataType.TEXT, Label.of("Code", "编码"), field -> field.required())
            .field("status", DataType.TEXT, Label.of("Status", "状态"))
            .field("total", DataType.MONEY, Label.of("Total", "总额"), field -> field.currency("currency"))
            .field("channel", DataType.TEXT, Label.of("Channel", "渠道"))
            .build();

    private final TenantMetadataFixture before = new TenantMetadataFixture();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsAnOwnObjectOfAShippedName(boolean remembered) {
        before.object("visit").field("visit.score", "'type':'integer'").publish();
        int id = before.type("visit").id();
        var after = before.upgraded(remembered, DEAL, VISIT);
        assertThat(after.type("visit").id()).isEqualTo(id);
        assertThat(after.type("visit").storage()).isInstanceOf(Storage.Cell.class);
        assertThat(after.type("visit").field("code")).isEmpty();
        assertThat(after.type("deal").id()).isZero();
        assertThat(after.warnings()).containsExactly("object/visit:metadata.collides[visit]");
        after.field("visit.more", "'type':'text'").publish();
        assertThat(after.type("visit").field("more")).isPresent();
    }

    @Test
    void takesTheShippedOneOnceTheOwnHasAnotherName() {
        before.object("visit")
                .field("visit.score", "'type':'integer','filterable':true")
                .field("visit.before", "'type':'lookup','target':'visit'")
                .put(
                        ComponentKind.PERMISSION_SET,
                        "visitor",
                        "{'label':{'en':'V'},'permissions':['record.visit.read'],'objects':{'visit':{'read':true}}}")
                .publish();
        int id = before.type("visit").id();
        String score = before.type("visit").field("score").orElseThrow().id();
        var after = before.upgraded(true, DEAL, VISIT);
        after.rename(ComponentKind.OBJECT, "visit", "call");
        assertThat(after.plan().changes())
                .filteredOn(change -> change.action() == Action.RENAMED)
                .extracting(change -> change.key().toString())
                .containsExactly("object/call", "field/call.before", "field/call.score");
        assertThat(after.plan().changes()).noneMatch(change -> change.destructive());
        after.publish();
        assertThat(after.type("visit").storage()).isEqualTo(new Storage.Table("apps.visit", "everything"));
        assertThat(after.type("call").id()).isEqualTo(id);
        assertThat(after.type("call").field("score").orElseThrow().id()).isEqualTo(score);
        assertThat(after.type("call").field("before").orElseThrow().target()).isEqualTo("call");
        assertThat(after.warnings()).isEmpty();
        var visitor = after.compiled().permissionSets().stream()
                .filter(set -> set.name().equals("visitor"))
                .findFirst()
                .orElseThrow();
        assertThat(visitor.granted()).containsExactly("record.call.read");
    }

    @Test
    void keepsAnOwnFieldOfAShippedName() {
        before.field("deal.channel", "'type':'integer'").publish();
        var after = before.upgraded(false, LONGER_DEAL);
        assertThat(after.type("deal").field("channel").orElseThrow().type()).isEqualTo(DataType.INTEGER);
        assertThat(after.warnings()).containsExactly("field/deal.channel:metadata.collides[channel]");
    }

    @Test
    void staysOnTheLastLayerWhereAnOverrideNoLongerFits() {
        before.put(
                        ComponentKind.FIELD,
                        "deal.status",
                        "{'options':[{'value':'open','label':{'en':'O'}},{'value':'won','label':{'en':'W'}}]}")
                .publish();
        var again = StandardObject.of("deal", Label.of("D", "交"), Label.of("D", "交"))
                .table("apps.deal", "everything", "t1", "n1")
                .field("code", DataType.TEXT, Label.of("Code", "编码"), field -> field.required())
                .build();
        var after = before.upgraded(true, again);
        assertThat(after.type("deal").field("status").orElseThrow().options()).hasSize(2);
        assertThat(after.warnings())
                .containsExactly("field/deal.status/label:required[]", "field/deal.status/type:required[]");
    }

    @Test
    void takesWhatShipsWhereItFits() {
        before.object("call").publish();
        var after = before.upgraded(true, LONGER_DEAL);
        assertThat(after.type("deal").field("channel")).isPresent();
        assertThat(after.warnings()).isEmpty();
    }
}

package io.qudao.metadata.internal;

import static io.qudao.metadata.SlotState.BUILDING;
import static io.qudao.metadata.SlotState.READY;
import static io.qudao.metadata.SlotState.RETIRING;
import static io.qudao.metadata.SlotState.SCRUBBING;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Placement;
import io.qudao.metadata.SlotState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which column a field is indexed in, and when a query may use it. */
class SlotsUnitTests {
    private final TenantMetadataFixture tenant = new TenantMetadataFixture().object("visit");

    @Test
    void givesNewObjectsReadySlots() {
        tenant.field("visit.a", "'type':'text','filterable':true")
                .field("visit.b", "'type':'decimal','scale':4,'filterable':true")
                .field("visit.c", "'type':'date','filterable':true")
                .field("visit.d", "'type':'lookup','target':'visit','filterable':true")
                .field("visit.e", "'type':'text','unique':true")
                .field("visit.f", "'type':'boolean','filterable':true")
                .field("visit.g", "'type':'text'")
                .publish();
        assertThat(placement("a")).isEqualTo(new Placement.Slot("t1", READY, 0));
        assertThat(placement("b")).isEqualTo(new Placement.Slot("n1", READY, 4));
        assertThat(placement("c")).isEqualTo(new Placement.Slot("d1", READY, 0));
        assertThat(placement("d")).isEqualTo(new Placement.Slot("r1", READY, 0));
        assertThat(placement("e")).isEqualTo(new Placement.Slot("u1", READY, 0));
        assertThat(placement("f")).isEqualTo(new Placement.Slot("n2", READY, 0));
        assertThat(placement("g")).isEqualTo(new Placement.Document());
    }

    @Test
    void buildsSlotsOfObjectsThatMayHaveRecords() {
        tenant.publish();
        tenant.field("visit.a", "'type':'text','filterable':true").publish();
        assertThat(placement("a")).isEqualTo(new Placement.Slot("t1", BUILDING, 0));
        move(BUILDING, READY);
        assertThat(placement("a")).isEqualTo(new Placement.Slot("t1", READY, 0));
    }

    @Test
    void givesAColumnAwayOnlyOnceItIsScrubbed() {
        tenant.field("visit.a", "'type':'text','filterable':true").publish();
        tenant.field("visit.a", "'type':'text'").publish();
        assertThat(placement("a")).isEqualTo(new Placement.Document());
        assertThat(tenant.slots()).extracting(SlotRow::state).containsExactly(RETIRING);
        tenant.field("visit.b", "'type':'text','filterable':true").publish();
        assertThat(placement("b")).isEqualTo(new Placement.Slot("t2", BUILDING, 0));
        move(RETIRING, SCRUBBING);
        tenant.field("visit.c", "'type':'text','filterable':true").publish();
        assertThat(placement("c")).isEqualTo(new Placement.Slot("t3", BUILDING, 0));
        tenant.slots(
                rows -> rows.stream().filter(row -> row.state() != SCRUBBING).toList());
        tenant.field("visit.d", "'type':'text','filterable':true").publish();
        assertThat(placement("d")).isEqualTo(new Placement.Slot("t1", BUILDING, 0));
    }

    @Test
    void rebuildsAColumnThatCameBackBeforeItWasScrubbed() {
        tenant.field("visit.a", "'type':'text','filterable':true").publish();
        tenant.field("visit.a", "'type':'text'").publish();
        tenant.field("visit.a", "'type':'text','filterable':true").publish();
        assertThat(placement("a")).isEqualTo(new Placement.Slot("t1", BUILDING, 0));
    }

    @Test
    void movesAFieldThatBecomesUnique() {
        tenant.field("visit.a", "'type':'text','filterable':true").publish();
        tenant.field("visit.a", "'type':'text','filterable':true,'unique':true").publish();
        assertThat(placement("a")).isEqualTo(new Placement.Slot("u1", BUILDING, 0));
        assertThat(tenant.slots())
                .extracting(row -> row.slot() + " " + row.state())
                .containsExactlyInAnyOrder("t1 RETIRING", "u1 BUILDING");
    }

    @Test
    void setsFieldsAsideForWhichNoColumnIsLeft() {
        for (int number = 1; number <= 7; number++) {
            tenant.field("visit.a" + number, "'type':'text','filterable':true");
        }
        tenant.publish();
        assertThat(Stream.of("a5", "a6", "a7").map(this::placement))
                .containsExactly(
                        new Placement.Slot("t5", READY, 0),
                        new Placement.Slot("xt1", READY, 0),
                        new Placement.Slot("xt2", READY, 0));
    }

    @Test
    void takesBackWhatStandsAsideAsLongAsThereIsAnyOfIt() {
        for (int number = 1; number <= 6; number++) {
            tenant.field("visit.a" + number, "'type':'text','filterable':true");
        }
        tenant.publish();
        tenant.field("visit.a6", "'type':'text'").publish();
        assertThat(tenant.slots())
                .extracting(row -> row.slot() + " " + row.state())
                .contains("xt1 RETIRING");
        move(RETIRING, SCRUBBING);
        tenant.field("visit.a6", "'type':'text','filterable':true").publish();
        assertThat(placement("a6")).isEqualTo(new Placement.Slot("xt1", BUILDING, 0));
    }

    @Test
    void setsUniqueFieldsAsideForWhichNoColumnIsLeft() {
        for (int number = 1; number <= 3; number++) {
            tenant.field("visit.a" + number, "'type':'text','unique':true");
        }
        tenant.publish();
        assertThat(Stream.of("a1", "a2", "a3").map(this::placement))
                .containsExactly(
                        new Placement.Slot("u1", READY, 0),
                        new Placement.Slot("u2", READY, 0),
                        new Placement.Slot("xu1", READY, 0));
    }

    @Test
    void usesTheSlotsThatAStandardTableHas() {
        tenant.field("deal.a", "'type':'text','filterable':true")
                .field("deal.b", "'type':'text'")
                .publish();
        var deal = tenant.type("deal");
        assertThat(deal.field("a").orElseThrow().placement()).isEqualTo(new Placement.Slot("t1", BUILDING, 0));
        assertThat(deal.field("a").orElseThrow().id()).isEqualTo("a1");
        assertThat(deal.field("b").orElseThrow().placement()).isEqualTo(new Placement.Document());
        assertThat(deal.field("code").orElseThrow().placement()).isEqualTo(new Placement.Column("code"));
        tenant.field("deal.c", "'type':'date','filterable':true").field("deal.d", "'type':'text','filterable':true");
        tenant.publish();
        assertThat(tenant.type("deal").field("c").orElseThrow().placement())
                .isEqualTo(new Placement.Slot("xd1", BUILDING, 0));
        assertThat(tenant.type("deal").field("d").orElseThrow().placement())
                .isEqualTo(new Placement.Slot("xt1", BUILDING, 0));
    }

    @Test
    void plansWithoutTakingIds() {
        tenant.field("visit.a", "'type':'text','filterable':true");
        assertThat(tenant.plan().slotChanges()).hasSize(1);
        tenant.publish();
        assertThat(tenant.plan().slotChanges()).isEmpty();
        assertThat(tenant.plan().changes()).isEmpty();
    }

    @Test
    void keepsTheSlotsOfAnObjectThatIsGone() {
        tenant.field("visit.a", "'type':'text','filterable':true").publish();
        var published = List.copyOf(tenant.slots());
        tenant.remove(ComponentKind.FIELD, "visit.a")
                .remove(ComponentKind.OBJECT, "visit")
                .publish();
        assertThat(tenant.slots()).isEqualTo(published);
    }

    private void move(SlotState from, SlotState to) {
        tenant.slots(rows -> rows.stream()
                .map(row -> row.state() == from ? row.in(to, TenantMetadataFixture.NOW) : row)
                .toList());
    }

    private Placement placement(String field) {
        return tenant.type("visit").field(field).orElseThrow().placement();
    }
}

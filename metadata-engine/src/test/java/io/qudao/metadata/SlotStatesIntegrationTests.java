package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The way of a slot column, as the job goes it that fills and scrubs. */
@HttpTest
class SlotStatesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Releases releases;

    @Autowired
    private Metadata metadata;

    @Autowired
    private SlotStates slots;

    private Tenant tenant;

    @BeforeEach
    void makeVisit() {
        tenant = TenantFixture.create(context);
        as(() -> releases.put(new Component(ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\"}}")));
        as(() -> releases.publish("Visit"));
    }

    @Test
    void takesASlotFromBuildingToFree() {
        note(true);
        var building = as(slots::pending).getFirst();
        assertThat(building.object()).isEqualTo("visit");
        assertThat(building.objectId()).isEqualTo(type().id());
        assertThat(building.storage()).isEqualTo(type().storage());
        assertThat(building.column()).isEqualTo("t1");
        assertThat(building.state()).isEqualTo(SlotState.BUILDING);
        assertThat(building.fieldId()).isEqualTo("a1");
        var before = type();

        run(() -> slots.ready(building));
        assertThat(type().field("note").orElseThrow().placement())
                .isEqualTo(new Placement.Slot("t1", SlotState.READY, 0));
        assertThat(type().hash()).isNotEqualTo(before.hash());
        assertThat(as(slots::pending)).isEmpty();

        note(false);
        var retiring = as(slots::pending).getFirst();
        assertThat(retiring.state()).isEqualTo(SlotState.RETIRING);
        assertThat(type().field("note").orElseThrow().placement()).isEqualTo(new Placement.Document());
        run(() -> slots.scrubbing(retiring));
        run(() -> slots.scrubbed(as(slots::pending).getFirst()));
        assertThat(as(slots::pending)).isEmpty();
        note(true);
        assertThat(as(slots::pending).getFirst().column()).isEqualTo("t1");
    }

    @Test
    void forgetsWorkThatWasOvertaken() {
        note(true);
        var building = as(slots::pending).getFirst();
        note(false);
        run(() -> slots.ready(building));
        assertThat(as(slots::pending)).extracting(SlotStates.PendingSlot::state).containsExactly(SlotState.RETIRING);
        note(true);
        run(() -> slots.ready(building));
        assertThat(as(slots::pending)).extracting(SlotStates.PendingSlot::state).containsExactly(SlotState.BUILDING);
    }

    @Test
    void keepsSlotsOfTenantsApart() {
        note(true);
        var mine = as(slots::pending).getFirst();
        var other = TenantFixture.create(context);
        TenantScope.run(Caller.platform(other), () -> {
            assertThat(slots.pending()).isEmpty();
            slots.ready(mine);
        });
        assertThat(as(slots::pending)).containsExactly(mine);
    }

    private void note(boolean filterable) {
        String json = "{\"label\":{\"en\":\"Note\"},\"type\":\"text\",\"filterable\":%s}".formatted(filterable);
        as(() -> releases.put(new Component(ComponentKind.FIELD, "visit.note", json)));
        as(() -> releases.publish("Note"));
    }

    private ObjectType type() {
        return as(() -> metadata.current().object("visit").orElseThrow());
    }

    private <T> T as(Supplier<T> work) {
        return TenantScope.call(Caller.platform(tenant), work::get);
    }

    private void run(Runnable work) {
        TenantScope.run(Caller.platform(tenant), work);
    }
}

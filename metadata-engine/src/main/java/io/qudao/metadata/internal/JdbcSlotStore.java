package io.qudao.metadata.internal;

import io.qudao.metadata.SlotState;
import io.qudao.tenancy.TenantScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ids of objects and slots of fields. Every method runs in the caller's transaction. */
@Component
final class JdbcSlotStore {
    private final JdbcClient jdbc;

    JdbcSlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int nextObject() {
        return jdbc.sql("select nextval('engine.object_number')")
                .query(Integer.class)
                .single();
    }

    void writeObjects(Collection<RegisteredObject> objects) {
        for (RegisteredObject object : objects) {
            jdbc.sql("""
                            insert into engine.object_registry (tenant_id, object_id, name, standard, cell, next_field)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict (tenant_id, object_id) do update
                            set next_field = excluded.next_field, name = excluded.name
                            """)
                    .params(tenant(), object.id(), object.name(), object.standard(), object.cell(), object.nextField())
                    .update();
        }
    }

    void writeSlots(Collection<SlotRow> slots) {
        for (SlotRow slot : slots) {
            jdbc.sql("""
                            insert into engine.slot (tenant_id, object_id, slot, field_id, type, scale, state, since)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (tenant_id, object_id, slot) do update
                            set field_id = excluded.field_id, type = excluded.type, scale = excluded.scale,
                                state = excluded.state, since = excluded.since
                            """)
                    .params(
                            tenant(),
                            slot.objectId(),
                            slot.slot(),
                            slot.fieldId(),
                            slot.type().code(),
                            slot.scale(),
                            slot.state().name(),
                            Timestamp.from(slot.since()))
                    .update();
        }
    }

    /** Moves the slot if it was in that state for that field; returns whether it was. */
    boolean move(SlotRow slot, SlotState to, Instant at) {
        return jdbc.sql("""
                        update engine.slot set state = ?, since = ?
                        where tenant_id = ? and object_id = ? and slot = ? and field_id = ? and state = ?
                        """)
                        .params(
                                to.name(),
                                Timestamp.from(at),
                                tenant(),
                                slot.objectId(),
                                slot.slot(),
                                slot.fieldId(),
                                slot.state().name())
                        .update()
                > 0;
    }

    /** Frees the slot if it was in that state for that field; returns whether it was. */
    boolean free(SlotRow slot) {
        return jdbc.sql("""
                        delete from engine.slot
                        where tenant_id = ? and object_id = ? and slot = ? and field_id = ? and state = ?
                        """)
                        .params(
                                tenant(),
                                slot.objectId(),
                                slot.slot(),
                                slot.fieldId(),
                                slot.state().name())
                        .update()
                > 0;
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}

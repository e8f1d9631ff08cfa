package io.qudao.metadata.internal;

import io.qudao.metadata.SlotState;
import io.qudao.sql.TenantSql;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ids of objects and slots of fields. Every method runs in the caller's transaction. */
@Component
final class JdbcSlotStore {
    private final TenantSql sql;

    JdbcSlotStore(TenantSql sql) {
        this.sql = sql;
    }

    int nextObject() {
        return Math.toIntExact(sql.sql("select nextval('engine.object_number')").number());
    }

    void writeObjects(Collection<RegisteredObject> objects) {
        for (RegisteredObject object : objects) {
            sql.sql("""
                            insert into engine.object_registry (tenant_id, object_id, name, standard, cell, next_field)
                            values (:tenant, :id, :name, :standard, :cell, :next)
                            on conflict (tenant_id, object_id) do update
                            set next_field = excluded.next_field, name = excluded.name
                            """)
                    .set("id", object.id())
                    .set("name", object.name())
                    .set("standard", object.standard())
                    .set("cell", object.cell())
                    .set("next", object.nextField())
                    .update();
        }
    }

    void writeSlots(Collection<SlotRow> slots) {
        for (SlotRow slot : slots) {
            sql.sql("""
                            insert into engine.slot (tenant_id, object_id, slot, field_id, type, scale, state, since)
                            values (:tenant, :object, :slot, :field, :type, :scale, :state, :since)
                            on conflict (tenant_id, object_id, slot) do update
                            set field_id = excluded.field_id, type = excluded.type, scale = excluded.scale,
                                state = excluded.state, since = excluded.since
                            """)
                    .setAll(key(slot))
                    .set("type", slot.type().code())
                    .set("scale", slot.scale())
                    .set("state", slot.state())
                    .set("since", slot.since())
                    .update();
        }
    }

    /** Moves the slot if it was in that state for that field; returns whether it was. */
    boolean move(SlotRow slot, SlotState to, Instant at) {
        return sql.sql("""
                        update engine.slot set state = :to, since = :since
                        where tenant_id = :tenant and object_id = :object and slot = :slot and field_id = :field
                          and state = :state
                        """)
                        .setAll(key(slot))
                        .set("state", slot.state())
                        .set("to", to)
                        .set("since", at)
                        .update()
                > 0;
    }

    /** Frees the slot if it was in that state for that field; returns whether it was. */
    boolean free(SlotRow slot) {
        return sql.sql("""
                        delete from engine.slot
                        where tenant_id = :tenant and object_id = :object and slot = :slot and field_id = :field
                          and state = :state
                        """).setAll(key(slot)).set("state", slot.state()).update() > 0;
    }

    private static Map<String, ?> key(SlotRow slot) {
        return Map.of("object", slot.objectId(), "slot", slot.slot(), "field", slot.fieldId());
    }
}

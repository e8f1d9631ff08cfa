package io.qudao.record.internal;

import io.qudao.expression.Column;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.internal.row.Asides;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.SqlBuilder;
import io.qudao.record.internal.row.Statements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Live records that refer to other records; a record that is referred to cannot be deleted. */
@Component
class Referrers {
    /** Maximum number counted exactly; beyond that, the message says there are more. */
    private static final int MOST = 1_000;

    private final CallerObjects objects;
    private final Statements statements;

    Referrers(CallerObjects objects, Statements statements) {
        this.objects = objects;
        this.statements = statements;
    }

    /**
     * Refuses deletion if records refer to one of these, whether or not the caller can see them. It says how many of which
     * objects do only of those that the caller can see. It first waits for those who are about to refer to them ({@link
     * io.qudao.record.internal.row.Lookups#hold}); who comes later waits for the deletion.
     */
    void refuse(CallerObject target, Collection<UUID> ids) {
        lock(target, ids);
        var seen = new ArrayList<Violation>();
        boolean used = false;
        for (ObjectType type : target.release().objects()) {
            var lookups = type.fields().stream()
                    .filter(field -> target.object().equals(field.target()) && !field.clearedOnDelete())
                    .toList();
            if (lookups.isEmpty() || count(objects.allRows(type.name(), Verb.READ), lookups, ids, 1) == 0) {
                continue;
            }
            used = true;
            long count = seen(type, lookups, ids);
            if (count > 0) {
                String label = type.plural().in(target.caller().locale());
                seen.add(Violation.of("", "record.in_use", label, count > MOST ? MOST + "+" : count));
            }
        }
        if (used) {
            throw new ProblemException(
                    RecordProblem.IN_USE,
                    seen.isEmpty() ? List.of(Violation.of("", "record.in_use_unseen")) : seen,
                    target.type().label().in(target.caller().locale()));
        }
    }

    /** Returns how many of them the caller can see, by look-ups that are not hidden. */
    private long seen(ObjectType type, List<Field> lookups, Collection<UUID> ids) {
        return objects.find(type.name(), Verb.READ)
                .map(users -> {
                    var visible = lookups.stream()
                            .filter(field -> users.visible().field(field.name()).isPresent())
                            .toList();
                    return visible.isEmpty() ? 0L : count(users, visible, ids, MOST + 1);
                })
                .orElse(0L);
    }

    /**
     * Some of the living records that look up to one of these, locked.
     *
     * @param lookups of the object, any of which does
     */
    List<UUID> lock(CallerObject users, List<Field> lookups, Collection<UUID> ids, int most) {
        var sql = SqlBuilder.of("select r.id")
                .add(lookingUp(users, lookups, ids))
                .add(" limit " + most + " for update of r");
        return statements.lookUp(sql, rows -> {
            var found = new ArrayList<UUID>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        });
    }

    private void lock(CallerObject target, Collection<UUID> ids) {
        var sql = SqlBuilder.of("select r.id")
                .add(target.whole().from(target.tenant(), false))
                .add(" and r.id = any(?)", (Object) ids.toArray(UUID[]::new))
                .add(" order by r.id for update of r");
        statements.lookUp(sql, rows -> {
            int locked = 0;
            while (rows.next()) {
                locked++;
            }
            return locked;
        });
    }

    private long count(CallerObject users, List<Field> lookups, Collection<UUID> ids, int most) {
        var sql = SqlBuilder.of("select count(*) from (select 1")
                .add(lookingUp(users, lookups, ids))
                .add(" limit " + most + ") u");
        return statements.lookUp(sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private static SqlBuilder lookingUp(CallerObject users, List<Field> lookups, Collection<UUID> ids) {
        var all = ids.toArray(UUID[]::new);
        var conditions = lookups.stream()
                .map(field -> ((Column.Plain) users.whole().column(field.name())).sql() + " = any(?)")
                .collect(Collectors.joining(" or ", " and (", ")"));
        var joins = Asides.joins(
                users.whole(), lookups.stream().filter(Asides::isReady).toList());
        return users.from(false, SqlBuilder.of(joins))
                .add(" and r.id <> all(?)", (Object) all)
                .add(conditions, lookups.stream().map(field -> (Object) all).toArray());
    }
}

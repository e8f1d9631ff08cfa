package io.qudao.record.internal;

import io.qudao.expression.Column;
import io.qudao.kernel.TextForm;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import io.qudao.record.Constraints;
import io.qudao.record.Constraints.Against;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.SqlBuilder;
import io.qudao.record.internal.row.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Finds the records that violate a constraint of a field, deleted ones aside. All are counted, whoever may read them;
 * examples are given of those only that the caller may read.
 */
@Component
class Contradictions {
    private static final int SHOWN = 60;
    private static final String DIFFERENT = " group by 1 order by 3 desc, 1 limit " + Constraints.EXAMPLES;

    private final CallerObjects objects;
    private final Statements statements;

    Contradictions(CallerObjects objects, Statements statements) {
        this.objects = objects;
        this.statements = statements;
    }

    /** @param records number of records that violate the constraint, including those of the examples */
    record Found(long records, List<Against> examples) {
        static final Found NONE = new Found(0, List.of());
    }

    /** Returns values that several records share, ignoring case, width, and blanks around them. */
    Found shared(CallerObject target, Field field) {
        String value = value(field);
        return find(
                target,
                field,
                rows -> select("min(" + shown(value) + ")")
                        .add(rows)
                        .add(" and " + value + " is not null")
                        .add(
                                " group by lower(btrim(normalize(" + value + ", nfkc), ?) collate \"pg_c_utf8\")",
                                TextForm.UNSEEN)
                        .add(" having count(*) > 1 order by 3 desc, 1 limit " + Constraints.EXAMPLES));
    }

    /** Returns records without a value. */
    Found empty(CallerObject target, Field field) {
        return find(
                target,
                field,
                rows -> select("''")
                        .add(rows)
                        .add(" and btrim(coalesce(" + value(field) + ", ''), ?) = ''", Blank.CHARACTERS)
                        .add(" having count(*) > 0"));
    }

    /** Returns records with any value. */
    Found present(CallerObject target, Field field) {
        return find(
                target,
                field,
                rows -> select("''").add(rows).add(" and " + value(field) + " is not null having count(*) > 0"));
    }

    /** Returns all records of the object. */
    Found all(CallerObject target) {
        var all = select("''").add(living(target)).add(" having count(*) > 0");
        return new Found(statements.search(all, Contradictions::read).records(), List.of());
    }

    /** Returns records with one of these values. */
    Found among(CallerObject target, Field field, Collection<String> values) {
        String value = value(field);
        return find(
                target,
                field,
                rows -> select(value)
                        .add(rows)
                        .add(" and " + value + " = any(?)", (Object) values.toArray(String[]::new))
                        .add(DIFFERENT));
    }

    /** Returns records whose text is longer. */
    Found longer(CallerObject target, Field field, int characters) {
        String value = value(field);
        return find(
                target,
                field,
                rows -> select(shown(value)).add(rows).add(" and length(" + value + ") > " + characters + DIFFERENT));
    }

    /** Returns records whose number has more digits before the point. */
    Found larger(CallerObject target, Field field, int digits) {
        String number = number(target.whole().column(field.name()));
        return find(
                target,
                field,
                rows -> select("(" + number + ")::text")
                        .add(rows)
                        .add(" and abs(" + number + ") >= 1e" + digits + "::numeric" + DIFFERENT));
    }

    private static SqlBuilder select(String value) {
        return SqlBuilder.of(
                "select " + value + ", (min(r.id::text))::uuid, count(*), (sum(count(*)) over ())::bigint");
    }

    private static SqlBuilder living(CallerObject target) {
        return target.whole().from(target.tenant(), false);
    }

    private static String shown(String value) {
        return "left(" + value + ", " + SHOWN + ")";
    }

    private static String value(Field field) {
        return field.placement() instanceof Placement.Column(var column, var _)
                ? "r." + column + "::text"
                : "(r.data->>'" + field.id() + "')";
    }

    private static String number(Column column) {
        return switch (column) {
            case Column.Plain plain -> plain.sql();
            case Column.Scaled scaled -> scaled.sql() + "::numeric * 1e-" + scaled.scale();
            case Column.Amount amount -> number(amount.amount());
            case Column.Folded folded -> throw new IllegalArgumentException("No number: " + folded);
        };
    }

    /** @param query of some rows of the object */
    private Found find(CallerObject target, Field field, UnaryOperator<SqlBuilder> query) {
        var all = statements.search(query.apply(living(target)), Contradictions::read);
        if (all.records() == 0) {
            return Found.NONE;
        }
        var examples = objects.find(target.object(), Verb.READ)
                .filter(readable -> readable.visible().field(field.name()).isPresent())
                .map(readable -> readable.seesAllRows()
                        ? all
                        : statements.search(query.apply(readable.from(false)), Contradictions::read))
                .orElse(Found.NONE)
                .examples();
        return new Found(all.records(), examples);
    }

    private static Found read(ResultSet rows) throws SQLException {
        var examples = new ArrayList<Against>();
        long all = 0;
        while (rows.next()) {
            examples.add(new Against(rows.getString(1), rows.getObject(2, UUID.class), rows.getLong(3)));
            all = rows.getLong(4);
        }
        return examples.isEmpty() ? Found.NONE : new Found(all, examples);
    }
}

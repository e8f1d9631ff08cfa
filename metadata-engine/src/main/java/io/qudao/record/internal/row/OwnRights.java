package io.qudao.record.internal.row;

import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import io.qudao.record.RecordRights.Verb;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The own fields of a standard object that a caller may set and read when its module lets them create or read a record.
 * Their rights on the object decide; without any rights, these are the fields required for creation (DD042).
 */
@Component
public final class OwnRights {
    private final CallerObjects objects;

    OwnRights(CallerObjects objects) {
        this.objects = objects;
    }

    public static boolean isOwn(Field field) {
        return !(field.placement() instanceof Placement.Column);
    }

    /** Returns the fields in the order of the object. */
    public List<Field> given(String object) {
        var making = objects.allRows(object, Verb.CREATE);
        return making.rights().create()
                ? writable(making).toList()
                : writable(objects.allRows(object, Verb.READ))
                        .filter(OwnRights::isAsked)
                        .toList();
    }

    /** Returns the fields in the order of the object. */
    public List<Field> read(String object) {
        var reading = objects.allRows(object, Verb.READ);
        return reading.rights().read()
                ? visible(reading).toList()
                : visible(objects.allRows(object, Verb.CREATE))
                        .filter(OwnRights::isAsked)
                        .toList();
    }

    private static Stream<Field> visible(CallerObject target) {
        return target.visible().fields().stream().filter(OwnRights::isOwn);
    }

    private static Stream<Field> writable(CallerObject target) {
        return visible(target).filter(target::isWritable);
    }

    /** Returns whether only the creator of the record can supply the field. */
    private static boolean isAsked(Field field) {
        return field.required() && field.defaultSource() == null;
    }
}

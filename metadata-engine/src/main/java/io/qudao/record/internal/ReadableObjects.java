package io.qudao.record.internal;

import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.internal.row.CallerObjects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows, of an object whose records a caller may read, the fields that are not hidden. */
@Component
final class ReadableObjects implements ObjectType.Visibility {
    private final CallerObjects objects;

    ReadableObjects(CallerObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Set<String>> hidden(ObjectType type) {
        return objects.find(type.name(), Verb.READ)
                .map(target -> target.rights().hidden());
    }
}

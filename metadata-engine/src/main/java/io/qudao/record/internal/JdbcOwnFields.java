package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.OwnFields;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.Row;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.Finder;
import io.qudao.record.internal.row.OwnRights;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the own fields of another module's rows. Objects without own fields cost no statement. */
@Component
class JdbcOwnFields implements OwnFields {
    private final Metadata metadata;
    private final CallerObjects objects;
    private final OwnRights rights;
    private final Finder finder;

    JdbcOwnFields(Metadata metadata, CallerObjects objects, OwnRights rights, Finder finder) {
        this.metadata = metadata;
        this.objects = objects;
        this.rights = rights;
        this.finder = finder;
    }

    @Override
    public Value.Fields of(String object, UUID id) {
        var readable = readable(object);
        return readable.isEmpty()
                ? Value.Fields.EMPTY
                : finder.visible(target(object), id)
                        .map(row -> values(readable, row.values()))
                        .orElse(Value.Fields.EMPTY);
    }

    @Override
    public Map<UUID, Value.Fields> ofParts(String object, Collection<UUID> ids) {
        var readable = ids.isEmpty() ? List.<Field>of() : readable(object);
        return readable.isEmpty() ? Map.of() : values(target(object), readable, ids);
    }

    private List<Field> readable(String object) {
        return hasOwnFields(metadata.current(), object) ? rights.read(object) : List.of();
    }

    private CallerObject target(String object) {
        return objects.find(object, Verb.READ).orElseGet(() -> objects.forModule(object, Verb.READ));
    }

    @Override
    public Map<UUID, Value.Fields> byRights(String object, Collection<UUID> ids) {
        if (ids.isEmpty() || !hasOwnFields(metadata.current(), object)) {
            return Map.of();
        }
        return objects.find(object, Verb.READ)
                .map(target -> {
                    var readable = target.visible().fields().stream()
                            .filter(OwnRights::isOwn)
                            .toList();
                    return readable.isEmpty() ? Map.<UUID, Value.Fields>of() : values(target, readable, ids);
                })
                .orElse(Map.of());
    }

    private Map<UUID, Value.Fields> values(CallerObject target, List<Field> readable, Collection<UUID> ids) {
        return finder.visible(target, ids).stream()
                .collect(Collectors.toMap(Row::id, row -> values(readable, row.values())));
    }

    @Override
    public Value.Fields whole(String object, UUID id) {
        if (!hasOwnFields(metadata.current(), object)) {
            return Value.Fields.EMPTY;
        }
        var target = objects.forModule(object, Verb.READ);
        return values(own(target.type()), row(target, id).values());
    }

    private Row row(CallerObject target, UUID id) {
        return finder.whole(target, id, false)
                .orElseThrow(() -> new IllegalStateException("No row of " + target.object() + " " + id));
    }

    static Value.Fields values(List<Field> fields, Map<String, Value> values) {
        var of = new LinkedHashMap<String, Value>();
        fields.forEach(field -> of.put(field.name(), values.getOrDefault(field.name(), Value.none())));
        return new Value.Fields(of);
    }

    private static boolean hasOwnFields(ReleaseView release, String object) {
        return release.object(object)
                .filter(type -> type.fields().stream().anyMatch(OwnRights::isOwn))
                .isPresent();
    }

    private static List<Field> own(ObjectType type) {
        return type.fields().stream().filter(OwnRights::isOwn).toList();
    }
}

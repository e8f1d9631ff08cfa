package io.qudao.record.internal;

import io.qudao.metadata.Field;
import io.qudao.metadata.Metadata;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.RecordTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what each verb allows. */
@Component
class SqlRecordTypes implements RecordTypes {
    private final Targets targets;
    private final OwnRights own;
    private final Metadata metadata;
    private final Store store;

    SqlRecordTypes(Targets targets, OwnRights own, Metadata metadata, Store store) {
        this.targets = targets;
        this.own = own;
        this.metadata = metadata;
        this.store = store;
    }

    @Override
    public List<VisibleType> visible() {
        return metadata.current().objects().stream()
                .flatMap(type -> visible(type.name()).stream())
                .sorted(Comparator.comparing(visible -> visible.type().name()))
                .toList();
    }

    @Override
    public Optional<VisibleType> visible(String object) {
        return targets.find(object, Verb.READ).map(readable -> {
            var create = targets.find(object, Verb.CREATE).filter(store::keeps);
            var update = targets.find(object, Verb.UPDATE);
            return new VisibleType(
                    readable.type(),
                    readable.visible().fields(),
                    create.isPresent(),
                    update.isPresent(),
                    targets.find(object, Verb.DELETE).filter(store::keeps).isPresent(),
                    create.map(SqlRecordTypes::writable).orElse(Set.of()),
                    update.map(SqlRecordTypes::writable).orElse(Set.of()));
        });
    }

    @Override
    public List<Field> given(String object) {
        return metadata.current().object(object).isPresent() ? own.given(object) : List.of();
    }

    private static Set<String> writable(Target target) {
        return target.visible().fields().stream()
                .filter(target::isWritable)
                .map(Field::name)
                .collect(Collectors.toSet());
    }
}

package io.qudao.imports.internal.record;

import io.qudao.imports.ImportTarget;
import io.qudao.record.RecordTypes;
import io.qudao.record.Records;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Each object whose records the caller may write is an import target, named {@code records/} and the object. */
@Component
public final class RecordTargets {
    private static final String PREFIX = "records/";

    private final RecordTypes types;
    private final Records records;

    RecordTargets(RecordTypes types, Records records) {
        this.types = types;
        this.records = records;
    }

    public Optional<ImportTarget> find(String name) {
        return name.startsWith(PREFIX)
                ? types.visible(name.substring(PREFIX.length()))
                        .filter(type -> type.create() || type.update())
                        .map(type -> new RecordTarget(name, type, records, new RecordNames(types, records)))
                : Optional.empty();
    }
}

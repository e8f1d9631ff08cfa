package io.qudao.metadata.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.qudao.metadata.Draft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change set as clients see it. */
record DraftBody(
        @Nullable UUID id,
        String name,
        int base,
        List<Edit> changed,
        List<Named> removed,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {
    static DraftBody of(Draft draft) {
        return new DraftBody(
                draft.id(),
                draft.name(),
                draft.base(),
                draft.changed().stream()
                        .map(one -> new Edit(one.kind().code(), one.name(), one.json()))
                        .toList(),
                draft.removed().stream()
                        .map(key -> new Named(key.kind().code(), key.name()))
                        .toList(),
                draft.changedAt(),
                draft.changedBy());
    }

    record Edit(String kind, String name, @JsonRawValue String document) {}

    record Named(String kind, String name) {}
}

package io.qudao.imports.internal;

import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job at work.
 *
 * @param nextChunk the chunk that comes next
 * @param nextRow how many rows of it are done already
 */
record OpenJob(
        UUID id,
        String target,
        ImportMode mode,
        ImportState state,
        UUID member,
        @Nullable UUID partner,
        List<String> columns,
        long rows,
        int chunks,
        int nextChunk,
        int nextRow,
        long bad) {
    boolean isLastChunk() {
        return nextChunk >= chunks - 1;
    }
}

package io.qudao.imports.internal;

import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job being processed.
 *
 * @param nextChunk the next chunk
 * @param nextRow number of rows of that chunk that are already done
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

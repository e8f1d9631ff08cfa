package io.qudao.record;

import io.qudao.kernel.ByModules;

/** Updates the owners' paths of records when the partner tree changes. */
public interface RecordOwnership {
    /**
     * Moves records under the old path to the new path in this transaction, after a partner moved with all partners
     * below it.
     */
    @ByModules
    void moved(String oldPath, String newPath);
}

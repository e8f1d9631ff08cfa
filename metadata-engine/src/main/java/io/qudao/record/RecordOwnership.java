package io.qudao.record;

import io.qudao.kernel.ByModules;

/** Keeps records with their owners when the partner tree changes. */
public interface RecordOwnership {
    /** A partner has moved, with all below it: records under the old path are under the new one, in this transaction. */
    @ByModules
    void moved(String oldPath, String newPath);
}

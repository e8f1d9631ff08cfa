package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;

/**
 * Is notified of changes of records in their transaction, however they were written; implemented by a bean of any
 * module. An exception from it undoes the change. It is not called for changes by {@link RecordOwnership} or of slots,
 * because these are not fields.
 */
@ByModules
public interface RecordListener {
    /**
     * How much a listener needs to know about an object's changes. Each value makes every change of a record more
     * expensive than the one before.
     */
    enum Wish {
        NOTHING,
        /** The ids of changed records only; before and after are empty. */
        IDS,
        /** All values before and after. */
        VALUES
    }

    /** Called once for each object of a release. */
    Wish wish(ReleaseView release, ObjectType type);

    void changed(RecordsChanged change);
}

package io.qudao.record;

import io.qudao.metadata.ObjectType;

/**
 * Hears of changes of records in their transaction, by whatever way they were written: a bean of any module. What it throws
 * undoes the change. It is not called for what {@link RecordOwnership} and slots change, which is no field.
 */
public interface RecordListener {
    /** How much it wants to hear of an object. Each costs more than the one before, for every change of such a record. */
    enum Wish {
        NOTHING,
        /** Which records changed; before and after are empty. */
        IDS,
        /** All values before and after. */
        VALUES
    }

    /** Asked once for each compiled type. */
    Wish wish(ObjectType type);

    void changed(RecordsChanged change);
}

package io.qudao.imports;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import java.util.List;

/**
 * The tenant's own fields of a standard object as columns of import files, limited to those the importing member may
 * write.
 */
@ByModules
public interface OwnColumns {
    /** Returns the given columns followed by one for each own field, which is matched by its name and labels. */
    List<ImportColumn> beside(List<ImportColumn> columns, String object);

    /** Returns the values a row has for own fields. They are validated when the record is written. */
    Value.Fields read(String object, ImportRow row);
}

package io.qudao.imports;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import java.util.List;

/** The tenant's own fields of a standard object as columns of files: those that the member who imports may give. */
@ByModules
public interface OwnColumns {
    /** The columns, then one for each own field, known by its name and its labels. */
    List<ImportColumn> beside(List<ImportColumn> columns, String object);

    /** What a row gives for own fields; what is wrong with it is found when the record is written. */
    Value.Fields read(String object, ImportRow row);
}

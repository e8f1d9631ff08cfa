package io.qudao.imports.internal;

import java.util.List;

/** Takes a table row by row, the header first. */
interface TableSink {
    void header(List<String> names);

    void row(StagedRow row);
}

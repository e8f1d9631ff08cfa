package io.qudao.imports.internal;

import java.util.List;

/** Receives a table row by row, header first. */
interface TableSink {
    void header(List<String> names);

    void row(StagedRow row);
}

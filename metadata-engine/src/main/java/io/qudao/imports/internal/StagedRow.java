package io.qudao.imports.internal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** A row as it waits in its chunk; in JSON {@code [line, [cells]]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"number", "cells"})
record StagedRow(long number, List<String> cells) {}

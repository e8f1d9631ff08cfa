package io.qudao.imports;

/** What one bad row means for the others. */
public enum ImportMode {
    /** The file becomes visible whole or not at all (P9). */
    ALL_OR_NOTHING,
    /** Good rows are stored, bad ones reported. */
    GOOD_ROWS
}

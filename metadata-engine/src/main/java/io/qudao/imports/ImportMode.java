package io.qudao.imports;

/** What a bad row means for the other rows. */
public enum ImportMode {
    /** The file is stored as a whole or not at all (P9). */
    ALL_OR_NOTHING,
    /** Good rows are stored and bad ones are reported. */
    GOOD_ROWS
}

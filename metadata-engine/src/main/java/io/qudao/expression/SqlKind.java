package io.qudao.expression;

/** The kind of value an SQL expression yields. It yields SQL NULL where the field is null. */
public enum SqlKind {
    /** Text with a deterministic collation. */
    TEXT,
    /** smallint, integer or bigint. */
    INTEGER,
    NUMERIC,
    BOOLEAN,
    DATE,
    TIMESTAMPTZ,
    /** A date stored as the timestamptz of its midnight in UTC, as in date slots. */
    UTC_MIDNIGHT,
    UUID,
    /** A jsonb array of the elements; never the JSON null. */
    JSON_LIST
}

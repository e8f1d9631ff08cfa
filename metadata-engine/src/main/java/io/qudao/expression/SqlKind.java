package io.qudao.expression;

/** What an SQL expression yields; it is SQL NULL where the field is null. */
public enum SqlKind {
    /** Text with a deterministic collation. */
    TEXT,
    /** smallint, integer or bigint. */
    INTEGER,
    NUMERIC,
    BOOLEAN,
    DATE,
    TIMESTAMPTZ,
    /** A date kept as the timestamptz of its midnight in UTC, as date slots do. */
    UTC_MIDNIGHT,
    UUID,
    /** A jsonb array of the elements; not the JSON null. */
    JSON_LIST
}

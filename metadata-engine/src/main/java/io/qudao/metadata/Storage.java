package io.qudao.metadata;

/** Which table holds the records of an object. */
public sealed interface Storage {
    /** The table with its schema, such as {@code engine.rec_07}. */
    String table();

    /** A shared record table; a row is found by tenant, object and id. */
    record Cell(String table) implements Storage {}

    /**
     * The object's own typed table; a row is found by tenant and id. Fields of the tenant live in its {@code data} and
     * slot columns.
     *
     * @param scope name of the row scope that limits its rows
     */
    record Table(String table, String scope) implements Storage {}
}

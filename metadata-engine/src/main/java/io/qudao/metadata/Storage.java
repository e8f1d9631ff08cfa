package io.qudao.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which table holds the records of an object. */
public sealed interface Storage {
    /** Returns the table with its schema, such as {@code engine.rec_07}. */
    String table();

    /** A shared record table; a row is identified by tenant, object and id. */
    record Cell(String table) implements Storage {}

    /**
     * The object's own typed table; a row is identified by tenant and id. The tenant's fields are stored in its {@code
     * data} and slot columns.
     *
     * @param scope name of the row scope that limits its rows
     */
    record Table(String table, String scope, Ownership ownership) implements Storage {
        public Table(String table, String scope) {
            this(table, scope, Ownership.NONE);
        }
    }

    /**
     * Who the rows of a typed table belong to, used by grants on own rows or on a partner's rows. A row that belongs to
     * nobody is visible only to grants on all rows.
     *
     * @param member column of the member's id; null if rows do not belong to members
     * @param partners columns of the ids of the partners a row belongs to
     */
    record Ownership(@Nullable String member, List<String> partners) {
        public static final Ownership NONE = new Ownership(null, List.of());

        public Ownership {
            partners = partners == null ? List.of() : List.copyOf(partners);
        }
    }
}

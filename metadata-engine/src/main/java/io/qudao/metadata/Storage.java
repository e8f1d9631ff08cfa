package io.qudao.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    record Table(String table, String scope, Ownership ownership) implements Storage {
        public Table(String table, String scope) {
            this(table, scope, Ownership.NONE);
        }
    }

    /**
     * Whose the rows of a typed table are: what a grant of own rows, or of a partner's, is measured by. A row that belongs
     * to nobody is in reach of grants of all rows only.
     *
     * @param member column of the member's id; null where rows belong to no member
     * @param partners columns of the ids of the partners a row belongs to
     */
    record Ownership(@Nullable String member, List<String> partners) {
        public static final Ownership NONE = new Ownership(null, List.of());

        public Ownership {
            partners = partners == null ? List.of() : List.copyOf(partners);
        }
    }
}

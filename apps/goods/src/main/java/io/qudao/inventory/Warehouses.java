package io.qudao.inventory;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Value;
import io.qudao.partner.PartnerId;
import java.util.List;

/** The warehouses of partners. */
public interface Warehouses {
    /** Returns the caller's own warehouses, by code. */
    @Permits("stock.read")
    List<Warehouse> mine();

    /**
     * Creates a warehouse of the caller's partner; refused if the code is taken.
     *
     * @throws io.qudao.kernel.ProblemException as {@link #create(String, String, Value.Fields)}
     */
    @Permits("stock.edit")
    default Warehouse create(String code, String name) {
        return create(code, name, Value.Fields.EMPTY);
    }

    /**
     * Creates a warehouse with values for the tenant's own fields.
     *
     * @throws io.qudao.kernel.ProblemException {@link InventoryProblem#WAREHOUSE_CODE_TAKEN}, or {@link
     *     io.qudao.kernel.CommonProblem#INVALID_INPUT} or {@link io.qudao.record.RecordProblem#INVALID} with all
     *     violations
     */
    @Permits("stock.edit")
    Warehouse create(String code, String name, Value.Fields custom);

    /**
     * Returns the warehouse that serves a partner's sales and takes its receipts: its first one, created as {@code
     * MAIN} if it has none.
     */
    @ByModules
    Warehouse serving(PartnerId owner);
}

package io.qudao.inventory;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Value;
import io.qudao.partner.PartnerId;
import java.util.List;

/** Where partners keep their goods. */
public interface Warehouses {
    /** The caller's own warehouses, by code. */
    @Permits("stock.read")
    List<Warehouse> mine();

    /** A new warehouse of the caller's partner; refused where the code is taken. */
    @Permits("stock.edit")
    default Warehouse create(String code, String name) {
        return create(code, name, Value.Fields.EMPTY);
    }

    /** The same with values for the tenant's own fields. */
    @Permits("stock.edit")
    Warehouse create(String code, String name, Value.Fields custom);

    /** The warehouse that serves a partner's sales and takes its receipts: its first; made as {@code MAIN} when it has none. */
    @ByModules
    Warehouse serving(PartnerId owner);
}

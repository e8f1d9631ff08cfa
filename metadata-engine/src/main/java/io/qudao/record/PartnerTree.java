package io.qudao.record;

import io.qudao.expression.SqlFragment;
import java.util.List;
import java.util.UUID;

/**
 * Where partners stand in their tree: a bean of the module that owns partners. Records remember the path of the partner
 * that owns them; without such a bean each partner stands alone.
 */
public interface PartnerTree {
    /**
     * The path of a partner of the caller's tenant: that of its parent and a part of its own that ends in a slash. So a
     * partner is below another if its path begins with the other's.
     */
    String path(UUID partner);

    /**
     * The condition that a column names this partner or one below it; {@code column = ?} where each stands alone.
     *
     * @param column an SQL expression such as {@code r.buyer_id}
     */
    default SqlFragment below(String column, UUID partner) {
        return new SqlFragment(column + " = ?", List.of(partner));
    }
}

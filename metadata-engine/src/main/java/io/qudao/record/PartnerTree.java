package io.qudao.record;

import io.qudao.expression.SqlFragment;
import java.util.List;
import java.util.UUID;

/**
 * The tree of partners; implemented by a bean of the module that owns partners. Records store the path of the partner
 * that owns them. Without such a bean each partner stands alone.
 */
public interface PartnerTree {
    /**
     * Returns the path of a partner of the caller's tenant: its parent's path followed by a part of its own that ends
     * in a slash. A partner is below another if its path starts with the other's.
     */
    String path(UUID partner);

    /**
     * Returns the condition that a column contains this partner or one below it; {@code column = ?} if partners stand
     * alone.
     *
     * @param column an SQL expression such as {@code r.buyer_id}
     */
    default SqlFragment below(String column, UUID partner) {
        return new SqlFragment(column + " = ?", List.of(partner));
    }
}

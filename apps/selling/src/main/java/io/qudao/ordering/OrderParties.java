package io.qudao.ordering;

import io.qudao.inventory.WarehouseId;
import io.qudao.partner.AccountId;
import io.qudao.partner.PartnerId;
import java.util.Map;

/**
 * Between whom an order is.
 *
 * @param account by whose terms
 * @param warehouse the seller's that serves it
 */
public record OrderParties(Party seller, Party buyer, AccountId account, WarehouseId warehouse) {
    /** The same with the names of the partners. */
    public OrderParties named(Map<PartnerId, String> names) {
        return new OrderParties(seller.named(names), buyer.named(names), account, warehouse);
    }

    /**
     * One of the two.
     *
     * @param name empty where the caller does not know the partner, or where nobody asked for names
     */
    public record Party(PartnerId id, String name) {
        public static Party of(PartnerId id) {
            return new Party(id, "");
        }

        private Party named(Map<PartnerId, String> names) {
            return new Party(id, names.getOrDefault(id, ""));
        }
    }
}

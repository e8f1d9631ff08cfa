package io.qudao.ordering;

import io.qudao.inventory.WarehouseId;
import io.qudao.partner.AccountId;
import io.qudao.partner.PartnerId;
import java.util.Map;

/**
 * The parties of an order.
 *
 * @param account the account whose terms apply
 * @param warehouse the seller's warehouse that serves it
 */
public record OrderParties(Party seller, Party buyer, AccountId account, WarehouseId warehouse) {
    /** Returns the parties with the names of the partners. */
    public OrderParties named(Map<PartnerId, String> names) {
        return new OrderParties(seller.named(names), buyer.named(names), account, warehouse);
    }

    /**
     * One of the two parties.
     *
     * @param name empty if the caller cannot see the partner, or if names were not requested
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

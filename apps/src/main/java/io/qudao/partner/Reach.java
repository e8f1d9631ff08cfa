package io.qudao.partner;

import java.util.Set;

/**
 * The partners whose own business (orders, stock, price lists, credit) a caller may see: the one acted for; with the
 * permission {@code partner.subtree} also all below it, which for the head office is everyone. Never a sibling.
 */
public sealed interface Reach {
    boolean covers(PartnerId partner);

    record Everyone() implements Reach {
        @Override
        public boolean covers(PartnerId partner) {
            return true;
        }
    }

    /** Empty for a member without a partner. */
    record These(Set<PartnerId> partners) implements Reach {
        public These {
            partners = Set.copyOf(partners);
        }

        @Override
        public boolean covers(PartnerId partner) {
            return partners.contains(partner);
        }
    }
}

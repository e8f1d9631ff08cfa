package io.qudao.ordering.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.partner.Partners;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import org.springframework.stereotype.Component;

/** An order is visible to its buyer, its seller and the partners above them. */
@Component
class OrderScope implements RowScope {
    static final String NAME = "order_parties";

    private final Partners partners;

    OrderScope(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SqlFragment predicate(Caller caller) {
        return partners.reach().rows("seller_id", "buyer_id");
    }
}

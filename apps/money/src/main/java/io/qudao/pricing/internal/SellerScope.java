package io.qudao.pricing.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.partner.Partners;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import org.springframework.stereotype.Component;

/** A price list is visible to callers who reach its seller. */
@Component
class SellerScope implements RowScope {
    static final String NAME = "price_list_seller";

    private final Partners partners;

    SellerScope(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SqlFragment predicate(Caller caller) {
        return partners.reach().rows("seller_id");
    }
}

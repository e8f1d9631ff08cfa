package io.qudao.pricing.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.partner.Reach;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A price list is for those who reach its seller. */
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
        return switch (partners.reach()) {
            case Reach.Everyone _ -> new SqlFragment("true", List.of());
            case Reach.These these ->
                new SqlFragment(
                        "r.seller_id = any(cast(? as uuid[]))",
                        List.of(these.partners().stream()
                                .map(PartnerId::toString)
                                .sorted()
                                .collect(Collectors.joining(",", "{", "}"))));
        };
    }
}

package io.qudao.ordering.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.partner.Partners;
import io.qudao.partner.Reach;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** An order's row is for its buyer, its seller and those above them. */
@Component
class OrderParties implements RowScope {
    static final String NAME = "order_parties";

    private final Partners partners;

    OrderParties(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SqlFragment predicate(Caller caller) {
        return switch (partners.reach()) {
            case Reach.Everyone all -> new SqlFragment("true", List.of());
            case Reach.These these -> {
                var own = these.partners().stream()
                        .map(partner -> partner.value().toString())
                        .toList();
                String array = "{" + String.join(",", own) + "}";
                yield new SqlFragment(
                        "(r.seller_id = any (?::uuid[]) or r.buyer_id = any (?::uuid[]))", List.of(array, array));
            }
        };
    }
}

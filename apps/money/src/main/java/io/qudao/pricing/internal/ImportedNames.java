package io.qudao.pricing.internal;

import io.qudao.catalog.Sku;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Reach;
import io.qudao.tenancy.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Resolves the codes in a batch of imported prices, limited to what the caller may see. */
record ImportedNames(
        Caller caller,
        Reach reach,
        Map<String, Partner> partners,
        Map<PartnerId, Partner> partnersById,
        Map<String, Sku> skus) {
    static ImportedNames of(Caller caller, Reach reach, Map<String, Partner> partners, Map<String, Sku> skus) {
        var byId = partners.values().stream().collect(Collectors.toMap(Partner::id, Function.identity()));
        return new ImportedNames(caller, reach, partners, byId, skus);
    }

    /** Returns a seller in reach: the named one, or else the partner acted for. */
    Optional<PartnerId> seller(Optional<String> code) {
        var own = caller.partner();
        Optional<PartnerId> seller = code.isPresent()
                ? code.map(partners::get).map(Partner::id)
                : own == null ? Optional.empty() : Optional.of(new PartnerId(own));
        return seller.filter(reach::covers);
    }
}

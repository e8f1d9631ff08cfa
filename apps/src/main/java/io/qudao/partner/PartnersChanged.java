package io.qudao.partner;

import java.util.List;

/** Partners were added or changed, in this transaction. */
public record PartnersChanged(List<PartnerId> partners) {
    public PartnersChanged {
        partners = List.copyOf(partners);
    }
}

package io.qudao.gateway.rate.internal;

import io.qudao.gateway.Caller;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.RateLevel;
import io.qudao.gateway.RatesAtHand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** By the buckets of {@link RatePolicy}, as the filter draws from them. */
@Component
final class HeldRates implements RatesAtHand {
    private final RatePolicy policy;
    private final Rates rates;

    HeldRates(RatePolicy policy, Rates rates) {
        this.policy = policy;
        this.rates = rates;
    }

    @Override
    public @Nullable RateLevel take(IncomingRequest incoming, HttpMethod method, @Nullable Caller caller) {
        return rates.takeAtHand(policy.buckets(incoming, method, caller));
    }
}

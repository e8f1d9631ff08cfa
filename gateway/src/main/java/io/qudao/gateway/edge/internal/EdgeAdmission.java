package io.qudao.gateway.edge.internal;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import io.qudao.gateway.AdmittedCall;
import io.qudao.gateway.Caller;
import io.qudao.gateway.DirectAdmission;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.KnownCallers;
import io.qudao.gateway.RateLevel;
import io.qudao.gateway.RatesAtHand;
import io.qudao.gateway.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Admits timed API calls of a tenant with a plain address, a known caller and rate tokens at hand. */
@Component
final class EdgeAdmission implements DirectAdmission {
    private final IncomingRequests requests;
    private final KnownCallers callers;
    private final RatesAtHand rates;

    EdgeAdmission(IncomingRequests requests, KnownCallers callers, RatesAtHand rates) {
        this.requests = requests;
        this.callers = callers;
        this.rates = rates;
    }

    @Override
    public @Nullable AdmittedCall admit(HttpRequest call, Channel client) {
        if (!PlainPath.isAddress(call.uri())) {
            return null;
        }
        IncomingRequest incoming = requests.read(call, client);
        if (!isTimedCall(incoming)) {
            return null;
        }
        Caller caller = callers.find(call.headers().get(HttpHeaders.AUTHORIZATION), incoming);
        if (caller == null) {
            return null;
        }
        RateLevel level = rates.take(incoming, HttpMethod.valueOf(call.method().name()), caller);
        return level == null ? null : new AdmittedCall(incoming, level);
    }

    private static boolean isTimedCall(IncomingRequest incoming) {
        return incoming.site() instanceof Site.Tenant
                && incoming.destination().needsToken()
                && incoming.destination().isTimed();
    }
}

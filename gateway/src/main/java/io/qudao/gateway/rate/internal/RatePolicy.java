package io.qudao.gateway.rate.internal;

import io.qudao.gateway.Caller;
import io.qudao.gateway.Destination;
import io.qudao.gateway.GatewaySettings;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Determines the buckets a request draws from: its tenant's, its client's, and for a sign-in its address's. */
@Component
final class RatePolicy {
    private static final Set<String> SIGN_INS = Set.of("/sign-in", "/sign-up", "/api/v1/sign-up");

    private final GatewaySettings.Rate rate;

    RatePolicy(GatewaySettings settings) {
        rate = settings.rate();
    }

    List<Bucket> buckets(IncomingRequest incoming, HttpMethod method, @Nullable Caller caller) {
        // The braces are part of the key: they keep the buckets of a tenant on one node of a Redis cluster.
        String prefix = "qudao:{" + incoming.slug() + "}:rate:";
        List<Bucket> buckets = new ArrayList<>(3);
        if (incoming.site() instanceof Site.Tenant(String slug, String ignored)) {
            buckets.add(new Bucket(prefix + "tenant", rate.of(slug)));
        }
        String client = caller == null ? "address:" + incoming.client() : "caller:" + caller.subject();
        buckets.add(new Bucket(prefix + client, rate.client()));
        if (isSignIn(incoming, method)) {
            buckets.add(new Bucket(prefix + "sign-in:" + incoming.client(), rate.signIn()));
        }
        return buckets;
    }

    private static boolean isSignIn(IncomingRequest incoming, HttpMethod method) {
        return method.equals(HttpMethod.POST)
                && incoming.destination().pool() == Destination.Pool.TENANT_SERVICE
                && SIGN_INS.stream()
                        .anyMatch(path ->
                                incoming.path().equals(path) || incoming.path().startsWith(path + "/"));
    }
}

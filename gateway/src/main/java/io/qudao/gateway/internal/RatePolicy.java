package io.qudao.gateway.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Which buckets a request draws from: its tenant's, its client's, and for a sign-in its address's. */
@Component
final class RatePolicy {
    private static final Set<String> SIGN_INS = Set.of("/sign-in", "/sign-up", "/api/v1/sign-up");

    private final GatewaySettings.Rate rate;

    RatePolicy(GatewaySettings settings) {
        rate = settings.rate();
    }

    List<Bucket> buckets(Arrival arrival, HttpMethod method, @Nullable Caller caller) {
        // The braces are part of the name: they keep the buckets of a tenant on one node of a Redis cluster.
        String prefix = "qudao:{" + arrival.slug() + "}:rate:";
        List<Bucket> buckets = new ArrayList<>(3);
        if (arrival.site() instanceof Site.Tenant(String slug, String ignored)) {
            buckets.add(new Bucket(prefix + "tenant", rate.of(slug)));
        }
        String client = caller == null ? "address:" + arrival.client() : "caller:" + caller.subject();
        buckets.add(new Bucket(prefix + client, rate.client()));
        if (isSignIn(arrival, method)) {
            buckets.add(new Bucket(prefix + "sign-in:" + arrival.client(), rate.signIn()));
        }
        return buckets;
    }

    private static boolean isSignIn(Arrival arrival, HttpMethod method) {
        return method.equals(HttpMethod.POST)
                && arrival.destination().pool() == Destination.Pool.TENANT_SERVICE
                && SIGN_INS.stream()
                        .anyMatch(path ->
                                arrival.path().equals(path) || arrival.path().startsWith(path + "/"));
    }
}

package io.qudao.gateway.edge.internal;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.handler.ssl.SslHandler;
import io.qudao.gateway.Destination;
import io.qudao.gateway.GatewaySettings;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Site;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.stereotype.Component;

/** Analyses requests. Only a trusted proxy in front of the gateway may set scheme and client address by headers. */
@Component
final class IncomingRequests {
    private static final HexFormat HEX = HexFormat.of();

    private final SiteReader sites;
    private final List<IpSubnetFilterRule> trusted;

    IncomingRequests(GatewaySettings settings) {
        sites = new SiteReader(settings.domain());
        trusted =
                settings.trustedProxies().stream().map(IncomingRequests::subnet).toList();
    }

    IncomingRequest read(ServerHttpRequest request) {
        return read(
                request.getHeaders(),
                request.getURI().getRawPath(),
                request.getSslInfo() != null,
                request.getRemoteAddress());
    }

    /** The same, as it came over a connection. */
    IncomingRequest read(HttpRequest request, Channel client) {
        int query = request.uri().indexOf('?');
        return read(
                new HttpHeaders(new Netty4HeadersAdapter(request.headers())),
                query < 0 ? request.uri() : request.uri().substring(0, query),
                client.pipeline().get(SslHandler.class) != null,
                client.remoteAddress() instanceof InetSocketAddress address ? address : null);
    }

    private IncomingRequest read(
            HttpHeaders headers, String rawPath, boolean encrypted, @Nullable InetSocketAddress peer) {
        boolean proxied = peer != null && trusted.stream().anyMatch(rule -> rule.matches(peer));
        List<String> hosts = headers.getOrEmpty(HttpHeaders.HOST);
        Site site = sites.read(hosts.size() == 1 ? hosts.getFirst() : null);
        Optional<String> path = PlainPath.decode(rawPath);
        return new IncomingRequest(
                newRequestId(),
                site,
                path.map(plain -> Destination.of(site, plain)).orElse(Destination.NOWHERE),
                path.orElse(""),
                scheme(headers, encrypted, proxied),
                client(headers, peer, proxied));
    }

    static String newRequestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    private static String scheme(HttpHeaders headers, boolean encrypted, boolean proxied) {
        String told = proxied ? headers.getFirst("X-Forwarded-Proto") : null;
        if (told != null) {
            return told.toLowerCase(Locale.ROOT).equals("https") ? "https" : "http";
        }
        return encrypted ? "https" : "http";
    }

    private static String client(HttpHeaders headers, @Nullable InetSocketAddress peer, boolean proxied) {
        String told = proxied ? headers.getFirst("X-Forwarded-For") : null;
        if (told != null) {
            // The last entry was written by the trusted proxy itself.
            return told.substring(told.lastIndexOf(',') + 1).strip();
        }
        return peer == null || peer.getAddress() == null
                ? ""
                : peer.getAddress().getHostAddress();
    }

    private static IpSubnetFilterRule subnet(String address) {
        String cidr = address.contains("/") ? address : address + (address.contains(":") ? "/128" : "/32");
        return new IpSubnetFilterRule(cidr, IpFilterRuleType.ACCEPT);
    }
}

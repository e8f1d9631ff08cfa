package io.qudao.deploy.stack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Resolves {@code localhost} and every name below it to the loopback address, as browsers do (RFC 6761): tenants of a
 * local stack are at {@code http://acme.localhost:8080}, which most systems do not resolve for Java.
 */
public final class LocalhostNames extends InetAddressResolverProvider {

    private static final String LOCALHOST = "localhost";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Resolver(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "names below localhost";
    }

    private record Resolver(InetAddressResolver builtin) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            return host.equals(LOCALHOST) || host.endsWith("." + LOCALHOST)
                    ? Stream.of(InetAddress.getByAddress(host, LOOPBACK.clone()))
                    : builtin.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }
    }
}

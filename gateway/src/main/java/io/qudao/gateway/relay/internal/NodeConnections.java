package io.qudao.gateway.relay.internal;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import reactor.netty.http.HttpResources;

/** Reusable connections of one event loop to nodes; only this event loop uses them. */
final class NodeConnections {
    /** Shorter than the backends' keep-alive (60 s), so that no call is sent on a connection that is just being closed. */
    private static final long MOST_IDLE = Duration.ofSeconds(20).toNanos();

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int LARGEST_HEAD = 64 * 1024;
    private static final int LARGEST_CHUNK = 64 * 1024;

    private final Bootstrap bootstrap;
    private final Map<Node, Deque<NodeConnection>> idle = new HashMap<>();

    /** @param kind class of the channels, the same as for clients on this loop */
    NodeConnections(EventLoop loop, Class<? extends Channel> kind, int connectMillis) {
        bootstrap = new Bootstrap()
                .group(loop)
                .channel(kind)
                .resolver(HttpResources.get().getOrCreateDefaultResolver())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis);
    }

    /** Passes on an idle or a new connection, or the reason why there is none. */
    void borrow(Node node, Consumer<NodeConnection> connected, Consumer<Throwable> unconnected) {
        Deque<NodeConnection> resting = idle.computeIfAbsent(node, unknown -> new ArrayDeque<>());
        for (NodeConnection latest = resting.pollLast(); latest != null; latest = resting.pollLast()) {
            if (latest.isUsable(System.nanoTime(), MOST_IDLE)) {
                connected.accept(latest);
                return;
            }
            latest.close();
        }
        connect(node, resting, connected, unconnected);
    }

    private void connect(
            Node node,
            Deque<NodeConnection> resting,
            Consumer<NodeConnection> connected,
            Consumer<Throwable> unconnected) {
        ChannelFuture connecting = bootstrap
                .clone()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(LONGEST_LINE, LARGEST_HEAD, LARGEST_CHUNK))
                                .addLast("connection", new NodeConnection(channel, resting));
                    }
                })
                .connect(node.address());
        ChannelFuture ignored = connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected.accept(connecting.channel().pipeline().get(NodeConnection.class));
            } else {
                unconnected.accept(done.cause());
            }
        });
    }
}

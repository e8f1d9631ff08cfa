package io.qudao.gateway.relay.internal;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A connection to a node, and the exchange that uses it at the moment. */
final class NodeConnection extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private final Deque<NodeConnection> idle;
    private @Nullable DirectExchange exchange;
    private long idleSince;

    NodeConnection(Channel channel, Deque<NodeConnection> idle) {
        this.channel = channel;
        this.idle = idle;
    }

    void send(FullHttpRequest call, DirectExchange with) {
        exchange = with;
        ChannelFuture ignored = channel.writeAndFlush(call).addListener(written -> {
            if (!written.isSuccess()) {
                breakOff(written.cause());
            }
        });
    }

    void readOn(boolean on) {
        channel.config().setAutoRead(on);
    }

    /** Keeps the connection for another exchange. */
    void giveBack() {
        exchange = null;
        idleSince = System.nanoTime();
        readOn(true);
        idle.addLast(this);
    }

    void close() {
        exchange = null;
        ChannelFuture ignored = channel.close();
    }

    boolean isUsable(long now, long mostIdle) {
        return channel.isActive() && now - idleSince < mostIdle;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (exchange != null && message instanceof HttpObject part) {
            exchange.answer(this, part);
        } else {
            // No exchange has asked for it.
            ReferenceCountUtil.release(message);
            idle.remove(this);
            ChannelFuture ignored = context.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (exchange != null) {
            exchange.flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        idle.remove(this);
        breakOff(new IOException("The node closed the connection"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        breakOff(failure);
        ChannelFuture ignored = context.close();
    }

    private void breakOff(Throwable failure) {
        DirectExchange broken = exchange;
        exchange = null;
        if (broken != null) {
            broken.brokenOff(failure);
        }
    }
}

package io.qudao.gateway.relay.internal;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.qudao.gateway.AdmittedCall;
import io.qudao.gateway.HandedOver;
import io.qudao.gateway.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends API calls of one client connection directly to a node, without the server and its filters. Requests that have to
 * wait for something, or to be refused, go on to the filters. Responses keep the order of their requests.
 */
final class DirectRelay extends ChannelDuplexHandler {
    /** The filters wait for bodies that take longer than this. */
    private static final long PATIENCE_MILLIS = 200;

    private final DirectRelays relays;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private @Nullable BufferedCall incomplete;
    private @Nullable DirectExchange exchange;
    /** The number of requests that the filters have not answered yet. */
    private int filtered;

    private boolean informational;

    DirectRelay(DirectRelays relays) {
        this.relays = relays;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (exchange != null) {
            waiting.add(message);
        } else if (incomplete != null && message instanceof HttpContent part) {
            hold(context, incomplete, part);
        } else if (filtered == 0 && message instanceof HttpRequest request && BufferedCall.mayHold(request)) {
            incomplete = new BufferedCall(request);
        } else {
            passOn(context, message);
        }
    }

    private void hold(ChannelHandlerContext context, BufferedCall call, HttpContent part) {
        call.add(part);
        if (!(part instanceof LastHttpContent)) {
            return;
        }
        incomplete = null;
        AdmittedCall admitted = relays.admit(call.head(), context.channel());
        if (admitted == null) {
            passOn(context, call);
            return;
        }
        exchange = new DirectExchange(relays, this, context, call, admitted);
        exchange.start();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        BufferedCall call = incomplete;
        if (call != null) {
            context.read();
            Future<?> ignored =
                    context.executor().schedule(() -> giveUp(context, call), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        context.fireChannelReadComplete();
    }

    private void giveUp(ChannelHandlerContext context, BufferedCall call) {
        if (incomplete == call) {
            incomplete = null;
            passOn(context, call);
        }
    }

    private void passOn(ChannelHandlerContext context, BufferedCall call) {
        passOn(context, call.head());
        call.parts().forEach(context::fireChannelRead);
    }

    private void passOn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            filtered++;
        }
        context.fireChannelRead(message);
    }

    /** Passes a call that could not be served directly to the filters, which serve or refuse it. */
    void handOver(ChannelHandlerContext context, BufferedCall call, AdmittedCall admitted, @Nullable Refusal refusal) {
        exchange = null;
        if (call.parts().isEmpty()) {
            call.add(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        new HandedOver(admitted.incoming(), refusal).during(context.channel(), () -> passOn(context, call));
        goOn(context);
    }

    /** Continues with the next request after the response was written. */
    void answered(ChannelHandlerContext context) {
        exchange = null;
        goOn(context);
    }

    private void goOn(ChannelHandlerContext context) {
        while (exchange == null && !waiting.isEmpty()) {
            channelRead(context, waiting.remove());
        }
        if (exchange == null) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && !informational && filtered > 0) {
            filtered--;
        }
        ChannelFuture ignored = context.write(message, promise);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (exchange != null) {
            exchange.clientIsWritable(context.channel().isWritable());
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        BufferedCall call = incomplete;
        if (call != null) {
            giveUp(context, call);
        }
        context.fireExceptionCaught(failure);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (exchange != null) {
            exchange.abandon();
            exchange = null;
        }
        if (incomplete != null) {
            incomplete.release();
            incomplete = null;
        }
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        context.fireChannelInactive();
    }
}

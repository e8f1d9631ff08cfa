package io.qudao.gateway.edge.internal;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.qudao.gateway.Fault;
import io.qudao.gateway.IncomingRequest;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Handles requests that are not valid HTTP. A request that the server refuses before any filter sees it (too long a
 * URL, a malformed head) gets the same problem document as others. A body with malformed framing becomes a failure,
 * while the server would end it as if it were complete.
 */
@Component
@Sharable
final class UnreadableRequests extends ChannelDuplexHandler {
    private final ProblemTexts texts;

    UnreadableRequests(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpContent content
                && !(message instanceof HttpRequest)
                && content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(content.decoderResult().cause());
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Object explained = message instanceof FullHttpResponse response && isTheServersOwn(response)
                ? explained(response)
                : message;
        ChannelFuture ignored = context.write(explained, promise);
    }

    /** Returns whether a response comes from the server itself: all of ours have a request id. */
    private static boolean isTheServersOwn(FullHttpResponse response) {
        return response.status().code() >= 400
                && !response.content().isReadable()
                && !response.headers().contains(IncomingRequest.ID_HEADER);
    }

    private FullHttpResponse explained(FullHttpResponse response) {
        Fault fault = switch (response.status().code()) {
            case 414 -> Fault.ADDRESS_TOO_LONG;
            case 431 -> Fault.HEADERS_TOO_LARGE;
            default -> Fault.MALFORMED;
        };
        String requestId = IncomingRequests.newRequestId();
        byte[] problem = texts.problem(fault, requestId, Locale.ENGLISH);
        FullHttpResponse explained = response.replace(Unpooled.wrappedBuffer(problem));
        response.release();
        explained
                .headers()
                .set(IncomingRequest.ID_HEADER, requestId)
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, problem.length);
        return explained;
    }
}

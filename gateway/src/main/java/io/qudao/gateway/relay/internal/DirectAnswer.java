package io.qudao.gateway.relay.internal;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.qudao.gateway.AdmittedCall;
import io.qudao.gateway.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.support.Netty4HeadersAdapter;

/** Writes a node's response to the client, with the gateway's headers, and compressed if the client accepts it. */
final class DirectAnswer {
    private final ChannelHandlerContext client;
    private final BufferedCall call;
    private final HttpResponse head;
    private final boolean leavesOpen;
    private @Nullable GzipBody gzip;

    DirectAnswer(ChannelHandlerContext client, BufferedCall call, HttpResponse head) {
        this.client = client;
        this.call = call;
        this.head = head;
        this.leavesOpen = HttpUtil.isKeepAlive(head) && hasEnd(head);
    }

    /** Returns whether the response ends before its connection does. */
    private static boolean hasEnd(HttpResponse head) {
        return HttpUtil.isContentLengthSet(head) || HttpUtil.isTransferEncodingChunked(head) || isEmpty(head.status());
    }

    private static boolean isEmpty(HttpResponseStatus status) {
        return status.code() == HttpResponseStatus.NO_CONTENT.code()
                || status.code() == HttpResponseStatus.NOT_MODIFIED.code();
    }

    boolean leavesOpen() {
        return leavesOpen;
    }

    int status() {
        return head.status().code();
    }

    void begin(AdmittedCall admitted, AnswerCompression compression) {
        HttpHeaders headers = new HttpHeaders(new Netty4HeadersAdapter(head.headers()));
        PassedHeaders.ofAnswer(headers, admitted.incoming());
        SecurityHeaders.write(admitted.incoming(), headers);
        admitted.level().write(headers::set);
        boolean hasBody = !isEmpty(head.status()) && !call.head().method().equals(HttpMethod.HEAD);
        if (hasBody && compression.pays(call.acceptedEncodings(), head.headers())) {
            gzip = new GzipBody(client.alloc());
            head.headers().set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
            head.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
        }
        if (hasBody && !HttpUtil.isContentLengthSet(head)) {
            HttpUtil.setTransferEncodingChunked(head, true);
        }
        write(head);
    }

    /** Writes a part of the body; ends the response with the last part. */
    void goOn(HttpContent part) {
        if (gzip == null) {
            write(part);
            return;
        }
        ByteBuf compressed = gzip.add(part);
        if (compressed.isReadable()) {
            write(new DefaultHttpContent(compressed));
        } else {
            compressed.release();
        }
        if (part instanceof LastHttpContent) {
            write(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    private void write(Object message) {
        ChannelFuture ignored = client.write(message);
    }

    void release() {
        if (gzip != null) {
            gzip.release();
            gzip = null;
        }
    }
}

package io.qudao.gateway.relay.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/** A call that is held until it is complete. It has no body, or a small one of JSON. */
final class BufferedCall {
    private static final String PREFIX = "/api/";
    private static final Pattern JSON = Pattern.compile("(?i)application/json(; ?charset=utf-8)?");
    private static final long MOST_BYTES = 65_536;

    private final HttpRequest head;
    private final List<HttpContent> parts = new ArrayList<>(2);

    BufferedCall(HttpRequest head) {
        this.head = head;
    }

    /** Returns whether a request is an ordinary API call that can be held until it is complete. */
    static boolean mayHold(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.decoderResult().isSuccess()
                && request.uri().startsWith(PREFIX)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && HttpUtil.isKeepAlive(request)
                && !headers.contains(HttpHeaderNames.UPGRADE)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.COOKIE)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && hasNoBodyOrSmallJson(request);
    }

    private static boolean hasNoBodyOrSmallJson(HttpRequest request) {
        long length = HttpUtil.getContentLength(request, 0L);
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return length == 0 || (length <= MOST_BYTES && JSON.matcher(type).matches());
    }

    void add(HttpContent part) {
        parts.add(part);
    }

    HttpRequest head() {
        return head;
    }

    List<HttpContent> parts() {
        return parts;
    }

    String acceptedEncodings() {
        return head.headers().get(HttpHeaderNames.ACCEPT_ENCODING, "");
    }

    /** Returns whether the call is a read, which can be sent again. */
    boolean isHarmless() {
        String method = head.method().name();
        return method.equals(HttpMethod.GET.name()) || method.equals(HttpMethod.HEAD.name());
    }

    /** Returns the call as it is sent to a node, and hands over its body. */
    FullHttpRequest toSend(HttpHeaders headers) {
        ByteBuf[] contents = parts.stream().map(HttpContent::content).toArray(ByteBuf[]::new);
        ByteBuf body = contents.length == 1 ? contents[0] : Unpooled.wrappedBuffer(contents);
        parts.clear();
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, head.method(), head.uri(), body, headers, EmptyHttpHeaders.INSTANCE);
    }

    void release() {
        parts.forEach(ReferenceCountUtil::release);
        parts.clear();
    }
}

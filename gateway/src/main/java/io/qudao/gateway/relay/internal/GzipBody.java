package io.qudao.gateway.relay.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;

/** Compresses a body part by part. */
final class GzipBody {
    private final EmbeddedChannel encoder = new EmbeddedChannel(ZlibCodecFactory.newZlibEncoder(ZlibWrapper.GZIP));
    private final ByteBufAllocator buffers;

    GzipBody(ByteBufAllocator buffers) {
        this.buffers = buffers;
    }

    /** Takes over a part of the body and returns the compressed bytes that are available. */
    ByteBuf add(HttpContent part) {
        boolean more = encoder.writeOutbound(part.content());
        if (part instanceof LastHttpContent) {
            more |= encoder.finish();
        }
        ByteBuf compressed = buffers.buffer();
        while (more) {
            ByteBuf next = encoder.readOutbound();
            more = next != null;
            if (more) {
                compressed.writeBytes(next);
                next.release();
            }
        }
        return compressed;
    }

    void release() {
        encoder.finishAndReleaseAll();
    }
}

package io.qudao.gateway.relay.internal;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.qudao.gateway.AdmittedCall;
import io.qudao.gateway.Fault;
import io.qudao.gateway.Refusal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call that goes directly to a node, and its response. Everything runs on the event loop of the client connection. A
 * call that fails before its response has begun is handed over to the filters: they try it again if the node received
 * nothing of it or if it is a read, and refuse it otherwise.
 */
final class DirectExchange {
    private final DirectRelays relays;
    private final DirectRelay relay;
    private final ChannelHandlerContext client;
    private final BufferedCall call;
    private final AdmittedCall admitted;
    private final long began = System.nanoTime();
    private @Nullable Node node;
    private @Nullable NodeConnection connection;
    private @Nullable Future<?> limit;
    private @Nullable DirectAnswer answer;
    private boolean informational;
    private boolean over;

    DirectExchange(
            DirectRelays relays,
            DirectRelay relay,
            ChannelHandlerContext client,
            BufferedCall call,
            AdmittedCall admitted) {
        this.relays = relays;
        this.relay = relay;
        this.client = client;
        this.call = call;
        this.admitted = admitted;
    }

    void start() {
        Optional<Node> chosen = relays.choose(admitted.incoming().destination());
        if (chosen.isEmpty()) {
            handOver(null);
            return;
        }
        node = chosen.get();
        relays.connections(client.channel()).borrow(chosen.get(), this::send, this::notSent);
    }

    private void send(NodeConnection borrowed) {
        if (over) {
            borrowed.giveBack();
            return;
        }
        connection = borrowed;
        limit = client.executor().schedule(this::late, relays.timeoutMillis(), TimeUnit.MILLISECONDS);
        borrowed.send(call.toSend(PassedHeaders.ofCall(call.head().headers(), admitted.incoming())), this);
    }

    private void notSent(Throwable failure) {
        if (!over) {
            blame(failure);
            handOver(null);
        }
    }

    private void late() {
        if (connection != null) {
            connection.close();
        }
        blame(new TimeoutException("no answer within " + relays.timeoutMillis() + " ms"));
        handOver(new Refusal(Fault.TIMEOUT));
    }

    /** Ends the exchange because the connection broke before the response was complete. */
    void brokenOff(Throwable failure) {
        if (over) {
            return;
        }
        blame(failure);
        if (answer == null) {
            handOver(call.isHarmless() ? null : new Refusal(Fault.BROKEN_OFF));
        } else {
            end();
            ChannelFuture ignored = client.close();
        }
    }

    private void blame(Throwable failure) {
        if (node != null) {
            node.failed(admitted.incoming(), failure);
        }
    }

    private void handOver(@Nullable Refusal refusal) {
        end();
        relay.handOver(client, call, admitted, refusal);
    }

    /** Ends the exchange because the client has closed its connection. */
    void abandon() {
        end();
        call.release();
        if (connection != null) {
            connection.close();
        }
    }

    /** Ends the exchange once: a connection that broke off is closed, which abandons it again. */
    private void end() {
        if (over) {
            return;
        }
        over = true;
        if (limit != null) {
            limit.cancel(false);
        }
        if (answer != null) {
            answer.release();
        }
        relays.ended();
    }

    /** Passes on a part of the node's response. */
    void answer(NodeConnection from, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(part);
            from.close();
            brokenOff(new DecoderException(part.decoderResult().cause()));
            return;
        }
        if (part instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (!informational) {
                begin(response);
            }
        }
        if (part instanceof HttpContent content) {
            goOn(from, content);
        }
    }

    private void begin(HttpResponse response) {
        if (limit != null) {
            limit.cancel(false);
        }
        answer = new DirectAnswer(client, call, response);
        answer.begin(admitted, relays.compression());
    }

    private void goOn(NodeConnection from, HttpContent content) {
        DirectAnswer begun = answer;
        if (informational || begun == null) {
            content.release();
            return;
        }
        begun.goOn(content);
        if (content instanceof LastHttpContent) {
            complete(from, begun);
        } else if (!client.channel().isWritable()) {
            from.readOn(false);
        }
    }

    private void complete(NodeConnection from, DirectAnswer complete) {
        end();
        if (complete.leavesOpen()) {
            from.giveBack();
        } else {
            from.close();
        }
        relays.answered(call, admitted.incoming().destination(), complete.status(), System.nanoTime() - began);
        client.flush();
        relay.answered(client);
    }

    void flush() {
        client.flush();
    }

    void clientIsWritable(boolean writable) {
        if (connection != null) {
            connection.readOn(writable);
        }
    }
}

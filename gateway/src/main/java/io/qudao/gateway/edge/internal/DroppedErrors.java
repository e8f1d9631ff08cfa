package io.qudao.gateway.edge.internal;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/**
 * Receives errors that occur when nobody listens any more. A browser that closes its websocket while a node is still
 * writing is normal; anything else is logged.
 */
@Component
final class DroppedErrors implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    DroppedErrors() {
        Hooks.onErrorDropped(DroppedErrors::hear);
    }

    private static void hear(Throwable dropped) {
        Throwable error = Exceptions.isErrorCallbackNotImplemented(dropped) ? dropped.getCause() : dropped;
        if (error instanceof AbortedException || error instanceof IOException) {
            LOG.debug("a connection was closed while it was written to", error);
        } else {
            LOG.warn("an error occurred that nobody was waiting for", error);
        }
    }

    @Override
    public void destroy() {
        Hooks.resetOnErrorDropped();
    }
}

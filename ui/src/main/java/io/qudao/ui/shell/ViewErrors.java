package io.qudao.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.ui.component.Notices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Shows errors of user actions: a problem with its reasons, or the reference under which the failure is logged. */
final class ViewErrors implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger("io.qudao.problem");

    @Override
    public void error(ErrorEvent event) {
        if (UI.getCurrent() == null) {
            // There is no page to show it on: the browser has left, or the session is ending.
            LOG.debug("A request without a page failed", event.getThrowable());
            return;
        }
        problemIn(event.getThrowable())
                .ifPresentOrElse(Notices::refused, () -> Notices.failed(log(event.getThrowable())));
    }

    /** Returns the problem that was thrown, even if wrapped. */
    static Optional<ProblemException> problemIn(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /** Logs a failure and returns its reference. */
    static String log(Throwable thrown) {
        var request = MDC.get("request");
        var reference = request == null ? Ids.next().toString() : request;
        LOG.error("A page failed [reference {}]", reference, thrown);
        return reference;
    }
}

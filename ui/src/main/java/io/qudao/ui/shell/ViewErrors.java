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

/** Tells people what a click ran into: the problem and its reasons, or a number under which the log has the rest. */
final class ViewErrors implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger("io.qudao.problem");

    @Override
    public void error(ErrorEvent event) {
        if (UI.getCurrent() == null) {
            // There is no page to tell: the browser has left, or a session ends.
            LOG.debug("A request without a page failed", event.getThrowable());
            return;
        }
        problemIn(event.getThrowable())
                .ifPresentOrElse(Notices::refused, () -> Notices.failed(log(event.getThrowable())));
    }

    /** The problem that was thrown, whatever it was wrapped in. */
    static Optional<ProblemException> problemIn(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /** Logs a failure and answers its reference. */
    static String log(Throwable thrown) {
        var request = MDC.get("request");
        var reference = request == null ? Ids.next().toString() : request;
        LOG.error("A page failed [reference {}]", reference, thrown);
        return reference;
    }
}

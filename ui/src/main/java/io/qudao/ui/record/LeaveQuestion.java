package io.qudao.ui.record;

import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks before a page with unsaved changes is left. Whoever clicks several times until the question appears is asked once,
 * and goes where the last click leads.
 */
final class LeaveQuestion {
    private @Nullable ContinueNavigationAction leaving;

    /** @param left runs before the page is left */
    void ask(BeforeLeaveEvent event, Runnable left) {
        boolean asked = leaving != null;
        leaving = event.postpone();
        if (!asked) {
            ConfirmStep.ask(
                    Texts.of("records.leave"),
                    Texts.of("records.leave.text"),
                    Texts.of("records.leave.yes"),
                    () -> {
                        left.run();
                        taken().proceed();
                    },
                    () -> taken().cancel());
        }
    }

    private ContinueNavigationAction taken() {
        var taken = Objects.requireNonNull(leaving);
        leaving = null;
        return taken;
    }
}

package io.qudao.ui.component;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.time.Duration;

/** Short messages about what just happened. */
public final class Notices {
    private static final int BRIEFLY = Math.toIntExact(Duration.ofSeconds(4).toMillis());

    private Notices() {}

    /** Shows a success; disappears by itself. */
    public static void done(String text) {
        closeRefusal();
        var notice = new Notification(Named.as("notice-done", new Span(text)));
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.setDuration(BRIEFLY);
        notice.addThemeVariants(NotificationVariant.SUCCESS);
        notice.open();
    }

    /** Shows that and why something was not done; stays until it is closed. */
    public static void warn(String text) {
        stay(new Box("q-stack", new Paragraph(text)));
    }

    /** Shows a refusal with all its reasons; stays until it is closed. */
    public static void refused(ProblemException problem) {
        var text = new Box("q-stack", new Paragraph(detail(problem)));
        if (!problem.violations().isEmpty()) {
            var reasons = new UnorderedList();
            problem.violations().forEach(wrong -> reasons.add(new ListItem(message(wrong))));
            text.add(reasons);
        }
        stay(text);
    }

    /** Shows a failure with the reference under which it is logged. */
    public static void failed(String reference) {
        var number = Named.as("reference", new Span(Texts.of("error.reference", reference)));
        number.addClassNames("q-small");
        stay(new Box("q-stack", new Paragraph(Texts.of("problem.internal")), number));
    }

    /** Returns the text of a problem. */
    public static String detail(ProblemException problem) {
        return Texts.of(
                "problem." + problem.problem().code(), problem.arguments().toArray());
    }

    /** Returns the text of a violation, with its field if that helps. */
    public static String message(Violation violation) {
        return Texts.of("violation." + violation.code(), violation.arguments().toArray());
    }

    /** Closes the previous refusal, because the same action has now succeeded or is refused again. */
    private static void closeRefusal() {
        var open = ComponentUtil.getData(UI.getCurrent(), Refusal.class);
        if (open != null) {
            open.notice().close();
        }
    }

    private record Refusal(Notification notice) {}

    private static void stay(Box text) {
        closeRefusal();
        var notice = new Notification();
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.setDuration(0);
        notice.addThemeVariants(NotificationVariant.ERROR);
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notice.close());
        close.setAriaLabel(Texts.of("action.close"));
        notice.add(Named.as("notice-refused", new Box("q-row", text, close)));
        ComponentUtil.setData(UI.getCurrent(), Refusal.class, new Refusal(notice));
        notice.open();
    }
}

package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Asks for confirmation of an irreversible action and states its consequence. */
public final class ConfirmStep extends Dialog {
    private static final int LONGEST_REASON = 500;

    private ConfirmStep(String title, String consequence, Component... more) {
        setHeaderTitle(title);
        setWidth("min(440px, 100%)");
        var body = new Box("q-stack", new Paragraph(consequence));
        body.add(more);
        add(body);
        Named.as("confirm", this);
    }

    /** Asks, and runs the action if confirmed. */
    public static void ask(String title, String consequence, String act, Runnable action) {
        ask(title, consequence, act, action, () -> {});
    }

    /** Asks, and runs one of the actions; closing the question counts as a no. */
    public static void ask(String title, String consequence, String act, Runnable action, Runnable otherwise) {
        var step = new ConfirmStep(title, consequence);
        step.answers(
                act,
                () -> {
                    step.close();
                    action.run();
                },
                otherwise);
        step.open();
    }

    /** Asks for a required reason and runs the action with it. */
    public static void askReason(String title, String consequence, String act, Consumer<String> action) {
        var reason = Named.as("confirm-reason", new TextArea(Texts.of("confirm.reason")));
        reason.setWidthFull();
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequired(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        var step = new ConfirmStep(title, consequence, reason);
        step.answers(
                act,
                () -> {
                    if (reason.getValue().isBlank()) {
                        reason.setErrorMessage(Texts.of("violation.required"));
                        reason.setInvalid(true);
                        reason.focus();
                        return;
                    }
                    step.close();
                    action.accept(reason.getValue().strip());
                },
                () -> {});
        step.open();
        reason.focus();
    }

    private void answers(String act, Runnable yes, Runnable otherwise) {
        addDialogCloseActionListener(closing -> decline(otherwise));
        var no = Named.as("confirm-no", new Button(Texts.of("action.back"), click -> decline(otherwise)));
        var go = Named.as("confirm-yes", new Button(act, click -> yes.run()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(false);
        getFooter().add(no, go);
    }

    private void decline(Runnable otherwise) {
        close();
        otherwise.run();
    }
}

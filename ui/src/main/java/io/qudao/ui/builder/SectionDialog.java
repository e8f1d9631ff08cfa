package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.qudao.metadata.Label;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the heading of a section. */
final class SectionDialog extends Dialog {
    private SectionDialog(@Nullable Label label, Consumer<Label> done) {
        setHeaderTitle(Texts.of("build.page.section"));
        setWidth("min(440px, 100%)");
        var labels = new LabelInputs("section");
        if (label != null) {
            labels.show(label);
        }
        add(labels);
        var save = Named.as("section-save", new Button(Texts.of("action.save"), click -> {
            if (labels.require()) {
                close();
                done.accept(labels.label());
            }
        }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("action.cancel"), click -> close()), save);
        labels.focus();
    }

    static void ask(@Nullable Label label, Consumer<Label> done) {
        new SectionDialog(label, done).open();
    }
}

package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Adds an object. */
final class ObjectDialog extends Dialog {
    private final transient Releases releases;
    private final transient Set<String> taken;
    private final transient Consumer<String> made;
    private final LabelInputs labels = new LabelInputs("object");
    private final TextField name = Named.as("object-name", new TextField(Texts.of("build.object.name")));
    private final transient FieldErrors errors = new FieldErrors();

    ObjectDialog(Releases releases, Set<String> taken, Consumer<String> made) {
        this.releases = releases;
        this.taken = taken;
        this.made = made;
        setHeaderTitle(Texts.of("build.object.add"));
        setWidth("min(480px, 100%)");
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(Texts.of("build.object.name.help"));
        name.setValueChangeMode(ValueChangeMode.EAGER);
        labels.propose(name, "object", taken);
        add(new Box("q-stack", labels, name));
        var save = Named.as("object-save", new Button(Texts.of("build.object.create"), click -> save()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("action.cancel"), click -> close()), save);
        labels.focus();
    }

    private void save() {
        errors.clear();
        var chosen = name.getValue().strip();
        var key = new ComponentKey(ComponentKind.OBJECT, chosen);
        labels.answer(errors);
        errors.at(key.toString(), name);
        if (!labels.require(name) || isTaken(chosen)) {
            return;
        }
        try {
            var document = Documents.object();
            Documents.put(document, "label", labels.label());
            releases.put(Documents.component(key, document));
            releases.put(page(chosen));
            close();
            made.accept(chosen);
        } catch (ProblemException refused) {
            errors.show(refused);
        }
    }

    private boolean isTaken(String chosen) {
        if (!taken.contains(chosen)) {
            return false;
        }
        name.setErrorMessage(Texts.of("build.taken", chosen));
        name.setInvalid(true);
        return true;
    }

    /** Its page starts with the name alone; the builder adds the rest. */
    private static Component page(String object) {
        var part = new PageDesign.Part(MessageLabel.label("build.page.details"), 0, List.of("name"));
        var document = Documents.object();
        Documents.put(document, "sections", List.of(part));
        return Documents.component(ComponentKey.part(ComponentKind.LAYOUT, object, "default"), document);
    }
}

package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Listing;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives an object or a field other labels, and one of the tenant's own another technical name too. */
final class RenameDialog extends Dialog {
    private final transient Releases releases;
    private final transient Listing listing;
    private final transient Consumer<ComponentKey> renamed;
    private final LabelInputs labels = new LabelInputs("rename");
    private final LabelInputs plural = new LabelInputs("rename-plural", "build.plural", false);
    private final TextField name = Named.as("rename-name", new TextField(Texts.of("build.object.name")));
    private final transient FieldErrors errors = new FieldErrors();

    /** @param renamed is told the key that the component has now */
    RenameDialog(Releases releases, Listing listing, Consumer<ComponentKey> renamed) {
        this.releases = releases;
        this.listing = listing;
        this.renamed = renamed;
        var called = Documents.read(listing.effective(), Called.class);
        setHeaderTitle(Texts.of("build.rename.title", called.label().in(Texts.locale())));
        setWidth("min(480px, 100%)");
        labels.show(called.label());
        plural.setVisible(listing.key().kind() == ComponentKind.OBJECT);
        if (called.plural() != null) {
            plural.show(called.plural());
        }
        name.setValue(listing.key().local());
        name.setVisible(listing.standard() == null);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(Texts.of("build.rename.help"));
        add(new Box("q-stack", labels, plural, name));
        var save = Named.as("rename-save", new Button(Texts.of("build.rename"), click -> save()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("action.cancel"), click -> close()), save);
        labels.focus();
    }

    private void save() {
        errors.clear();
        var key = listing.key();
        var chosen = name.getValue().strip();
        var other = key.object().equals(key.name())
                ? new ComponentKey(key.kind(), chosen)
                : ComponentKey.part(key.kind(), key.object(), chosen);
        labels.answer(errors);
        errors.at(other.toString(), name);
        if (!labels.require()) {
            return;
        }
        try {
            relabel();
            if (!other.equals(key)) {
                releases.rename(key, chosen);
            }
            close();
            renamed.accept(other);
        } catch (ProblemException refused) {
            errors.show(refused);
        }
    }

    private void relabel() {
        var called = Documents.read(listing.effective(), Called.class);
        var now = new Called(labels.label(), plural.isMissing() ? null : plural.label());
        if (now.equals(called)) {
            return;
        }
        var document = listing.own() == null ? Documents.object() : Documents.tree(listing.own());
        Documents.put(document, "label", now.label());
        if (now.plural() != null) {
            Documents.put(document, "plural", now.plural());
        }
        releases.put(Documents.component(listing.key(), document));
    }

    private record Called(Label label, @Nullable Label plural) {}
}

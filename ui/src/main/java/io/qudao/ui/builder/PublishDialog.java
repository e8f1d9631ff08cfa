package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases;
import io.qudao.partner.Partners;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The last step before publishing: a comment, and explicit consent if values would no longer be shown. */
final class PublishDialog extends Dialog {
    private static final int LONGEST = 2000;

    private final TextArea comment = Named.as("publish-comment", new TextArea(Texts.of("build.publish.comment")));
    private final Checkbox agreed =
            Named.as("publish-destructive", new Checkbox(Texts.of("build.publish.destructive")));
    private final Paragraph text = Named.as("publish-text", new Paragraph());
    private final transient FieldErrors errors = new FieldErrors();
    private final AccessForm access;

    /**
     * @param draft the components that are to be published
     * @param found what existing records contradict in the plan
     * @param done receives the release and, in words, who may see what it adds
     */
    PublishDialog(
            Releases releases,
            DraftObjects draft,
            Partners partners,
            Plan plan,
            Optional<Remark> found,
            BiConsumer<Release, List<String>> done) {
        access = new AccessForm(draft, partners, plan, () -> count(plan));
        setHeaderTitle(Texts.of("build.publish.title", plan.newest() + 1));
        setWidth("min(560px, 100%)");
        comment.setMaxLength(LONGEST);
        comment.setWidthFull();
        errors.at("comment", comment);
        agreed.setVisible(plan.isDestructive());
        count(plan);
        var content = new Box("q-stack", text);
        found.ifPresent(content::add);
        content.add(access, comment, agreed);
        add(content);
        var confirm = Named.as("publish-confirm", new Button(Texts.of("build.publish")));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(!plan.isDestructive());
        agreed.addValueChangeListener(change -> confirm.setEnabled(change.getValue()));
        confirm.addClickListener(click -> publish(releases, plan, done));
        getFooter().add(new Button(Texts.of("action.cancel"), click -> close()), confirm);
        comment.focus();
    }

    /** The release will count the rights that are chosen here, too. */
    private void count(Plan plan) {
        var keys = plan.changes().stream().map(Plan.Change::key).collect(Collectors.toSet());
        access.changes().stream()
                .map(each -> new ComponentKey(ComponentKind.PERMISSION_SET, each.set()))
                .forEach(keys::add);
        text.setText(Texts.of("build.publish.text", keys.size()));
    }

    private void publish(Releases releases, Plan plan, BiConsumer<Release, List<String>> done) {
        try {
            var release = releases.publish(new Releases.Publication(
                    comment.getValue().strip(), plan.isDestructive(), plan.fingerprint(), access.changes()));
            close();
            done.accept(release, access.summary());
        } catch (ProblemException refused) {
            errors.show(refused);
        }
    }
}

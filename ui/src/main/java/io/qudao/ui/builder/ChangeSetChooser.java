package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.ChangeSets.ChangeSet;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;

/** Chooses the change set for the builder, or creates one. */
final class ChangeSetChooser extends Div {
    private static final int LONGEST = 200;

    private final transient ChangeSets changeSets;
    private final transient Runnable changed;

    /** @param changed called after another one has been chosen */
    ChangeSetChooser(ChangeSets changeSets, Runnable changed) {
        addClassNames("q-row", "wrap");
        this.changeSets = changeSets;
        this.changed = changed;
        var known = changeSets.list();
        if (!known.isEmpty()) {
            var select = Named.as("change-sets", new Select<ChangeSet>());
            select.setAriaLabel(Texts.of("build.drafts"));
            select.setItems(known);
            select.setItemLabelGenerator(ChangeSetChooser::text);
            known.stream().filter(ChangeSet::chosen).findFirst().ifPresent(select::setValue);
            select.addValueChangeListener(choice -> {
                if (choice.isFromClient() && choice.getValue() != null) {
                    changeSets.choose(choice.getValue().id());
                    changed.run();
                }
            });
            select.setReadOnly(!mayEdit());
            add(select);
        }
        if (mayEdit()) {
            var more = new Button(Texts.of("build.drafts.new"), click -> askName());
            more.addThemeVariants(ButtonVariant.TERTIARY);
            add(Named.as("change-set-new", more));
        }
    }

    /** A draft that is called like its author is not called so twice. */
    private static String text(ChangeSet one) {
        return one.name().equals(one.authorName())
                ? Texts.of("build.drafts.named", one.name(), one.changes())
                : Texts.of("build.drafts.one", one.name(), one.authorName(), one.changes());
    }

    private static boolean mayEdit() {
        return TenantScope.caller().may("metadata.edit");
    }

    private void askName() {
        var dialog = new Dialog(Texts.of("build.drafts.new"));
        var errors = new FieldErrors();
        var name = Named.as("change-set-name", new TextField(Texts.of("build.drafts.name")));
        name.setMaxLength(LONGEST);
        name.setWidthFull();
        errors.at("name", name);
        dialog.add(name);
        var make = Named.as("change-set-create", new Button(Texts.of("build.drafts.create"), click -> {
            try {
                changeSets.create(name.getValue());
                dialog.close();
                changed.run();
            } catch (ProblemException refused) {
                errors.show(refused);
            }
        }));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(Texts.of("action.cancel"), click -> dialog.close()), make);
        dialog.open();
        name.focus();
    }
}

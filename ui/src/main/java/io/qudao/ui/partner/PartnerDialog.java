package io.qudao.ui.partner;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.OwnForm;
import io.qudao.ui.component.record.Visible;
import java.util.EnumSet;
import java.util.stream.Stream;

/** Adds a partner, asking only for what is required. */
final class PartnerDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int MOST = 50;

    private final transient Partners partners;
    private final transient Runnable created;
    private final TextField code = Named.as("partner-code", new TextField(Texts.of("list.code")));
    private final TextField name = Named.as("partner-name", new TextField(Texts.of("list.name")));
    private final Select<PartnerRole> role = Named.as("partner-role", new Select<>());
    private final ComboBox<Partner> parent =
            Named.as("partner-parent", new ComboBox<>(Texts.of("work.partners.parent")));
    private final transient FieldErrors errors =
            new FieldErrors().at("code", code).at("name", name).at("role", role).at("parent", parent);

    private final OwnForm own;

    PartnerDialog(Partners partners, OwnFields ownFields, Runnable created) {
        super(Texts.of("work.partners.add"));
        this.partners = partners;
        this.created = created;
        own = ownFields.form("partner", Texts.of("own.more"), "custom.");
        own.register(errors);
        setWidth("min(480px, 100%)");
        code.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        role.setLabel(Texts.of("work.partners.role"));
        role.setItems(EnumSet.complementOf(EnumSet.of(PartnerRole.HEAD_OFFICE)));
        role.setItemLabelGenerator(each -> Texts.of("role." + each));
        role.setValue(PartnerRole.DISTRIBUTOR);
        role.setRequiredIndicatorVisible(true);
        parent.setItemLabelGenerator(
                each -> Visible.title(each.name(), "partner.name") + Visible.text(" · " + each.code(), "partner.code"));
        parent.setClearButtonVisible(true);
        parent.setItems(query -> query.getOffset() > 0
                ? Stream.of()
                : found(query.getFilter().orElse("")).limit(query.getLimit()));
        add(new Box("q-stack", code, name, role, parent, own));
        var save = Named.as("partner-save", new Button(Texts.of("action.save"), click -> save()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("action.cancel"), click -> close()), save);
    }

    private Stream<Partner> found(String typed) {
        var text = typed.isBlank() ? null : typed.strip();
        return partners
                .list(new Partners.Filter(null, null, null, PartnerStatus.ACTIVE, text), null, MOST)
                .items()
                .stream();
    }

    private void save() {
        errors.clear();
        var above = parent.getValue();
        try {
            var draft = PartnerDraft.of(
                    code.getValue(), name.getValue(), role.getValue(), above == null ? null : above.id());
            var partner = partners.create(draft.with(new Value.Fields(own.values())));
            close();
            created.run();
            Notices.done(Texts.of("work.partners.added", partner.name()));
        } catch (ProblemException refused) {
            errors.show(refused);
        }
    }
}

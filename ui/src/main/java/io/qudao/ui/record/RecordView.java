package io.qudao.ui.record;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordTypes;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.FieldInputs;
import io.qudao.ui.component.record.RecordInputs;
import io.qudao.ui.component.record.RecordTexts;
import io.qudao.ui.shell.FrameLayout;
import io.qudao.ui.shell.PortalLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One new or existing record on the page its object's layout defines. */
@Route(value = RecordNavigation.WORK + "/:object/:id", layout = FrameLayout.class)
@RouteAlias(value = RecordNavigation.OBJECTS + "/:object/:id", layout = PortalLayout.class)
@PermitAll
class RecordView extends RecordPage implements BeforeLeaveObserver {
    private static final long serialVersionUID = 1;
    private static final String NEW = "new";

    private final transient Records records;
    private final transient Metadata metadata;
    private final transient RecordTypes types;
    private final transient List<FieldInputs> inputs;
    private final Box remarks = new Box("q-stack");
    private transient VisibleType visible;
    private transient ObjectType type;
    private transient @Nullable Row row;
    private @Nullable RecordForm form;
    private final transient LeaveQuestion leave = new LeaveQuestion();

    RecordView(Records records, Metadata metadata, RecordTypes types, List<FieldInputs> inputs) {
        this.inputs = inputs;
        this.records = records;
        this.metadata = metadata;
        this.types = types;
        // The input in the focused field is sent before saving.
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
    }

    @Override
    void enter(RouteParameters named) {
        var object = named.get("object").orElse("");
        var id = named.get("id").orElse("");
        visible = types.visible(object).orElseThrow(() -> new NotFoundException(object));
        type = visible.type();
        show(id.equals(NEW) ? null : RecordTexts.read(records, visible, parse(id)));
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException(id);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null && form.isDirty()) {
            leave.ask(event, () -> guard(false));
        }
    }

    @Override
    String title() {
        var label = type.label().in(Texts.locale());
        if (row == null) {
            return Texts.of("records.new.title", label);
        }
        return row.name().isEmpty() ? label : row.name();
    }

    private void show(@Nullable Row shown) {
        row = shown;
        var release = metadata.current();
        var made =
                new RecordForm(visible, release.layout(type.name()), new RecordInputs(records, release, inputs), shown);
        form = made;
        made.onChange(() -> guard(made.isDirty()));
        guard(false);
        remarks.removeAll();
        removeAll();
        var header = header(made.isWritable());
        if (shown != null) {
            RecordFacts.add(header, visible, release.layout(type.name()), shown);
        }
        add(header, remarks, made);
    }

    private PageHeader header(boolean writable) {
        var header = new PageHeader(title())
                .back("/" + records(type.name()), type.plural().in(Texts.locale()));
        if (row != null && visible.delete()) {
            var delete = Named.as("record-delete", new Button(Texts.of("records.delete"), click -> askDelete()));
            delete.addThemeVariants(ButtonVariant.TERTIARY);
            header.actions(delete);
        }
        if (writable && (row == null ? visible.create() : visible.update())) {
            var save = Named.as("record-save", new Button(Texts.of("action.save"), click -> save()));
            save.setTooltipText(Texts.of("records.save.keys"));
            save.addThemeVariants(ButtonVariant.PRIMARY);
            header.actions(save);
        }
        return header;
    }

    private void save() {
        var filled = form;
        if (filled == null) {
            return;
        }
        filled.clearErrors();
        remarks.removeAll();
        if (!filled.isReadable() || (row != null && !filled.isDirty())) {
            return;
        }
        var before = row;
        try {
            saved(
                    filled,
                    before == null
                            ? records.create(type.name(), filled.changes())
                            : records.patch(type.name(), before.id(), before.version(), filled.changes()));
        } catch (ProblemException refused) {
            if (before != null && refused.problem() == CommonProblem.STALE) {
                meet(before, filled.changes());
            } else {
                filled.show(refused);
            }
        }
    }

    private void saved(RecordForm filled, Row saved) {
        filled.settle();
        guard(false);
        boolean mine = records.find(type.name(), saved.id()).isPresent();
        Notices.done(Texts.of(mine ? "records.saved" : "records.saved.away", saved.name()));
        if (!mine) {
            Pages.open(records(type.name()));
        } else if (row == null) {
            open(saved.id().toString());
        } else {
            show(RecordTexts.read(records, visible, saved.id()));
        }
    }

    /** Shows what somebody else has saved meanwhile with what was typed here, and saves that if both go together. */
    private void meet(Row before, Value.Fields typed) {
        if (records.find(type.name(), before.id()).isEmpty()) {
            remarks.add(Meeting.gone(before));
            return;
        }
        show(RecordTexts.read(records, visible, before.id()));
        var filled = Objects.requireNonNull(form);
        filled.enter(typed);
        var meeting = Meeting.of(visible.fields(), before, Objects.requireNonNull(row), typed);
        if (meeting.isPeaceful()) {
            save();
        }
        if (!meeting.isPeaceful() || !Objects.requireNonNull(form).isDirty()) {
            meeting.remark(filled).ifPresent(remarks::add);
        }
    }

    private void askDelete() {
        var shown = row;
        if (shown != null) {
            ConfirmStep.ask(
                    Texts.of("records.delete"),
                    Texts.of("records.delete.text", title()),
                    Texts.of("records.delete"),
                    () -> delete(shown));
        }
    }

    private void delete(Row shown) {
        try {
            records.delete(type.name(), shown.id(), shown.version());
            form = null;
            guard(false);
            Notices.done(Texts.of("records.deleted", shown.name()));
            Pages.open(records(type.name()));
        } catch (ProblemException refused) {
            Notices.refused(refused);
        }
    }

    private void open(String id) {
        Pages.open(records(type.name()) + "/" + id);
    }

    /**
     * Makes the browser ask before the window is closed with unsaved changes. Set on the page, which outlives this
     * view.
     */
    private static void guard(boolean dirty) {
        UI.getCurrent()
                .getPage()
                .executeJs("window.onbeforeunload = $0 ? event => event.preventDefault() : null", dirty);
    }
}

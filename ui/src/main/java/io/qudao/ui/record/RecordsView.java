package io.qudao.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.metadata.ListView;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.record.Query;
import io.qudao.record.RecordTypes;
import io.qudao.record.RecordTypes.VisibleList;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Listing;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.SearchField;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.FieldInputs;
import io.qudao.ui.component.record.RecordFilter;
import io.qudao.ui.component.record.RecordInputs;
import io.qudao.ui.component.record.RecordTexts;
import io.qudao.ui.shell.FrameLayout;
import io.qudao.ui.shell.PortalLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one object in one of its list views. */
@Route(value = RecordNavigation.WORK + "/:object", layout = FrameLayout.class)
@RouteAlias(value = RecordNavigation.OBJECTS + "/:object", layout = PortalLayout.class)
@PermitAll
class RecordsView extends RecordPage {
    private static final long serialVersionUID = 1;

    private final transient Records records;
    private final transient Metadata metadata;
    private final transient RecordTypes types;
    private final transient RecordImports imports;
    private final transient List<FieldInputs> inputs;
    private TextField name = new TextField();
    private TextField condition = new TextField();
    private final Box body = new Box("q-stack");
    private transient VisibleType visible;
    private transient ObjectType type;
    private transient VisibleList view;
    private ConditionPicker picker;
    private @Nullable Listing<Row> list;

    RecordsView(
            Records records, Metadata metadata, RecordTypes types, RecordImports imports, List<FieldInputs> inputs) {
        this.records = records;
        this.inputs = inputs;
        this.metadata = metadata;
        this.types = types;
        this.imports = imports;
    }

    @Override
    void enter(RouteParameters named) {
        var object = named.get("object").orElse("");
        visible = types.visible(object).orElseThrow(() -> new NotFoundException(object));
        type = visible.type();
        var views = metadata.current().listViews(object);
        removeAll();
        add(header(), tools(views), body);
        show(views.getFirst());
    }

    @Override
    String title() {
        return type.plural().in(Texts.locale());
    }

    private PageHeader header() {
        var header = new PageHeader(title()).back("/" + objects(), Texts.of("work.nav.objects"));
        if (!isInPortal() && TenantScope.caller().may("metadata.edit")) {
            header.actions(
                    Named.as("records-shape", new Anchor("/build/objects/" + type.name(), Texts.of("records.shape"))));
        }
        if (imports.isOffered(visible)) {
            header.actions(imports.button(visible, this::reload));
        }
        if (visible.create()) {
            header.actions(create("record-new"));
        }
        return header;
    }

    private Button create(String test) {
        var button = new Button(Texts.of("records.new"), VaadinIcon.PLUS.create());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickListener(click -> open("new"));
        return Named.as(test, button);
    }

    private void open(String id) {
        Pages.open(records(type.name()) + "/" + id);
    }

    private Box tools(List<ListView> views) {
        // The page stays for another object's list, and what was typed for this one must not.
        name = new TextField();
        condition = Named.as("records-filter", new TextField());
        SearchField.prepare(name, "records.search", this::reload, called());
        Named.as("records-search", name);
        picker = new ConditionPicker(
                records, visible, new RecordInputs(records, metadata.current(), inputs), this::reload);
        condition.setPlaceholder(Texts.of("records.filter"));
        condition.setAriaLabel(Texts.of("records.filter"));
        condition.setPrefixComponent(VaadinIcon.FILTER.create());
        condition.setClearButtonVisible(true);
        condition.addClassNames("record-filter", "q-code");
        condition.setVisible(!isInPortal()); // is written in names of fields, which partners do not know
        condition.addValueChangeListener(change -> reload());
        var tools = new Box("q-row wrap record-tools", name, picker, condition);
        if (views.size() > 1) {
            var choose = Named.as("records-view", new Select<ListView>());
            choose.setItems(views);
            choose.setItemLabelGenerator(each -> each.label().in(Texts.locale()));
            choose.setAriaLabel(Texts.of("records.view"));
            choose.setValue(views.getFirst());
            choose.addValueChangeListener(change -> show(change.getValue()));
            tools.addComponentAsFirst(choose);
        }
        return tools;
    }

    /** Returns what the field is called that the search looks into. */
    private String called() {
        return type.field(type.nameField())
                .map(field -> field.label().in(Texts.locale()))
                .orElseGet(() -> Texts.of("list.name"));
    }

    private void show(ListView shown) {
        view = types.visible(shown);
        var listing = new Listing<Row>(this::page, this::nothing);
        RecordGrid.prepare(Named.as("records", listing.grid()), type, view.fields(), records(type.name()));
        listing.grid().addItemClickListener(click -> open(click.getItem().id().toString()));
        list = listing;
        body.removeAll();
        if (!view.isWhole()) {
            body.add(Named.as(
                    "records-part",
                    new Paragraph(Texts.of(view.filtered() ? "records.unsorted" : "records.unfiltered"))));
        }
        body.add(listing);
        reload();
    }

    private void reload() {
        if (list != null) {
            condition.setInvalid(false);
            list.reload();
        }
    }

    private @Nullable Slice<Row> page(@Nullable String cursor) {
        var named = RecordFilter.named(name.getValue(), RecordFilter.nameOf(type, metadata.current()));
        var query = Query.of(type.name())
                .by(view.list().sort())
                .only(view.list().columns())
                .after(cursor)
                .labelled();
        try {
            var page = records.list(query.where(RecordFilter.all(
                    condition.getValue(), picker.expression(), view.list().filter(), named)));
            return new Slice<>(RecordTexts.named(records, visible.fields(), page.rows()), page.next());
        } catch (ProblemException refused) {
            explain(query, refused);
            return null;
        }
    }

    /** Shows the errors of the entered condition at their position in it, not in the combined filter. */
    private void explain(Query query, ProblemException refused) {
        var shown = refused;
        if (!condition.isEmpty()) {
            try {
                records.list(query.where(condition.getValue()).first(1));
            } catch (ProblemException alone) {
                shown = alone;
            }
        }
        if (shown.violations().isEmpty()) {
            Notices.refused(shown);
            return;
        }
        condition.setErrorMessage(String.join(
                " ", shown.violations().stream().map(Notices::message).toList()));
        condition.setInvalid(true);
    }

    private EmptyState nothing() {
        var why = visible.create() ? "records.none.text" : "records.none.other";
        var text = Texts.of(isInPortal() ? why + ".portal" : why);
        var title = Texts.of("records.none");
        return visible.create()
                ? new EmptyState(VaadinIcon.RECORDS, title, text, create("record-first"))
                : new EmptyState(VaadinIcon.RECORDS, title, text);
    }
}

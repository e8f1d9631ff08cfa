package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fields that every record has can be shown like any other. */
class SystemFieldsIntegrationTests extends PageTest {
    private static final String VISIT = "visit";

    private Caller admin;
    private Releases releases;

    @BeforeEach
    void makeVisit() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        releases = context.getBean(Releases.class);
        TenantScope.run(admin, () -> {
            releases.put(new Component(ComponentKind.OBJECT, VISIT, "{\"label\":{\"en\":\"Visit\"}}"));
            releases.publish("Visits");
        });
    }

    @Test
    void offersTheSystemFieldsThatTheEngineHas() {
        var draft = new DraftObjects(TenantScope.call(admin, releases::components));
        assertThat(draft.fields(draft.object(VISIT).orElseThrow()))
                .extracting(DraftObjects.Piece::name)
                .containsExactlyElementsOf(names(type().fields()))
                .contains("owner", "owner_partner", "created_by", "record_type");
        assertThat(draft.fields(draft.object("partner").orElseThrow()))
                .extracting(DraftObjects.Piece::listing)
                .doesNotContainNull();
    }

    @Test
    void putsThemOnThePageAndIntoTheList() {
        open(admin, BuilderNavigation.OBJECTS + "/objects/" + VISIT);
        for (var field : ObjectType.BOOKKEEPING) {
            if (!field.equals("owner")) {
                place(field);
            }
            click("field-list-" + field);
        }
        TenantScope.run(admin, () -> releases.publish("All fields"));
        var release =
                TenantScope.call(admin, () -> context.getBean(Metadata.class).current());
        assertThat(release.layout(VISIT).sections())
                .flatExtracting(Layout.Section::fields)
                .containsExactlyInAnyOrderElementsOf(names(type().fields()));
        assertThat(release.listViews(VISIT).getFirst().columns()).containsAll(ObjectType.BOOKKEEPING);
        click("field-list-owner");
        TenantScope.run(admin, () -> releases.publish("No owner"));
        assertThat(TenantScope.call(
                        admin,
                        () -> context.getBean(Metadata.class)
                                .current()
                                .listViews(VISIT)
                                .getFirst()
                                .columns()))
                .doesNotContain("owner");
    }

    @SuppressWarnings("unchecked")
    private void place(String field) {
        TenantScope.run(admin, () -> {
            var choose = (ComboBox<DraftObjects.Piece>) named("page-add").orElseThrow();
            choose.setValue(choose.getListDataView()
                    .getItems()
                    .filter(piece -> piece.name().equals(field))
                    .findFirst()
                    .orElseThrow());
            roundTrip();
        });
    }

    private ObjectType type() {
        return TenantScope.call(
                admin,
                () -> context.getBean(Metadata.class).current().object(VISIT).orElseThrow());
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }

    private void click(String name) {
        TenantScope.run(admin, () -> {
            var button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}

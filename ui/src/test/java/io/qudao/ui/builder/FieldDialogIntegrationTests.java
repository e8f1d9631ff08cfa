package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldDialogIntegrationTests extends PageTest {
    private Caller admin;

    @BeforeEach
    void openAnObject() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(
                admin,
                () -> context.getBean(Releases.class)
                        .put(new Component(ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\"}}")));
        open(admin, "build/objects/visit");
    }

    @Test
    void asksWhatBecomesOfALookUpWhoseRecordIsDeleted() {
        click("build-add-field");
        TenantScope.run(admin, () -> {
            assertThat(onDelete().isVisible()).isFalse();
            type().setValue(DataType.LOOKUP);
            assertThat(onDelete().isVisible()).isTrue();
            assertThat(onDelete().getValue()).isEqualTo("refuse");
            assertThat(words()).contains("When the record it refers to is deleted");
            ((TextField) named("field-label-en").orElseThrow()).setValue("Partner");
            ((TextField) named("field-technical-name").orElseThrow()).setValue("partner");
            choosePartner();
            onDelete().setValue("clear");
        });
        click("field-save");
        assertThat(document()).contains("\"onDelete\":\"clear\"");
        click("field-edit-partner");
        TenantScope.run(admin, () -> {
            assertThat(onDelete().getValue()).isEqualTo("clear");
            required().setValue(true);
            assertThat(onDelete().getValue()).isEqualTo("refuse");
            assertThat(onDelete().isReadOnly()).isTrue();
        });
        click("field-save");
        assertThat(document()).doesNotContain("onDelete").contains("\"required\":true");
    }

    @SuppressWarnings("unchecked")
    private static void choosePartner() {
        var target = (ComboBox<DraftObjects.Shape>) named("field-target").orElseThrow();
        target.setValue(target.getListDataView()
                .getItems()
                .filter(shape -> shape.name().equals("partner"))
                .findFirst()
                .orElseThrow());
    }

    private String document() {
        var key = ComponentKey.part(ComponentKind.FIELD, "visit", "partner");
        return TenantScope.call(
                admin,
                () -> context.getBean(Releases.class).draft().changed().stream()
                        .filter(component -> component.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .json());
    }

    @SuppressWarnings("unchecked")
    private static Select<String> onDelete() {
        return (Select<String>) named("field-on-delete").orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Select<DataType> type() {
        return (Select<DataType>) named("field-type").orElseThrow();
    }

    private static Checkbox required() {
        return (Checkbox) named("field-required").orElseThrow();
    }

    private void click(String name) {
        TenantScope.run(admin, () -> {
            var button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}

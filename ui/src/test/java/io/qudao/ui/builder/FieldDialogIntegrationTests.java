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

    @Test
    void marksAllThatIsMissingAtOnce() {
        click("build-add-field");
        click("field-save");
        assertThat(input("field-label-en").isInvalid()).isTrue();
        assertThat(input("field-technical-name").isInvalid()).isTrue();
    }

    @Test
    void warnsOfASecondFieldOfTheSameLabel() {
        click("build-add-field");
        TenantScope.run(admin, () -> {
            input("field-label-en").setValue("Cost");
            assertThat(named("label-doubled").orElseThrow().isVisible()).isFalse();
        });
        click("field-save");
        click("build-add-field");
        TenantScope.run(admin, () -> {
            input("field-label-en").setValue("cost ");
            assertThat(named("label-doubled").orElseThrow().isVisible()).isTrue();
            input("field-label-en").setValue("Cost of it");
            assertThat(named("label-doubled").orElseThrow().isVisible()).isFalse();
        });
    }

    @Test
    void keepsTheLabelOfEachLanguageThatWasTyped() {
        click("build-add-field");
        TenantScope.run(admin, () -> {
            input("field-label-zh-TW").setValue(" 夥伴 ");
            assertThat(input("field-technical-name").getValue()).isEqualTo("hb");
            input("field-label-zh-CN").setValue(" ");
            input("field-label-en").setValue("Partner");
            assertThat(input("field-technical-name").getValue()).isEqualTo("partner");
        });
        click("field-save");
        assertThat(document()).contains("\"label\":{\"en\":\"Partner\",\"zh-TW\":\"夥伴\"}");
    }

    private static TextField input(String name) {
        return (TextField) named(name).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static void choosePartner() {
        var target = (ComboBox<DraftObjects.DraftObject>) named("field-target").orElseThrow();
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

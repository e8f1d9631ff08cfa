package io.qudao.ui.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.Value;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.partner.Partners;
import io.qudao.record.Records;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field of the tenant's own in the module's own form: asked for, refused at its input, saved in the same step. */
class OwnFieldsOfPartnersIntegrationTests extends PageTest {
    private Caller admin;

    @BeforeEach
    void addAField() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(admin, () -> {
            put(
                    ComponentKind.FIELD,
                    "partner.licence",
                    "{\"label\":{\"en\":\"Licence\"},\"type\":\"text\",\"required\":true}");
            put(
                    ComponentKind.LAYOUT,
                    "partner.default",
                    "{\"sections\":[{\"label\":{\"en\":\"Papers\"},\"fields\":[\"code\",\"name\",\"licence\"]}]}");
            context.getBean(Releases.class).publish("Licences");
        });
    }

    @Test
    void savesItWithThePartner() {
        open(admin, "work/partners");
        click("add-partner");
        TenantScope.run(admin, () -> {
            text("partner-code").setValue("D9");
            text("partner-name").setValue("Ninth");
            assertThat(text("record-field-licence").isRequiredIndicatorVisible())
                    .isTrue();
            assertThat(named("own-form").orElseThrow().getElement().getTextRecursively())
                    .contains("Papers");
        });
        click("partner-save");
        assertThat(text("record-field-licence").isInvalid()).isTrue();
        TenantScope.run(admin, () -> text("record-field-licence").setValue("L-1"));
        click("partner-save");
        TenantScope.run(admin, () -> {
            var created = context.getBean(Partners.class).byCodes(List.of("D9")).get("D9");
            var row =
                    context.getBean(Records.class).read("partner", created.id().value());
            assertThat(row.value("licence")).isEqualTo(Value.text("L-1"));
        });
    }

    private void put(ComponentKind kind, String name, String json) {
        context.getBean(Releases.class).put(new io.qudao.metadata.Component(kind, name, json));
    }

    private TextField text(String name) {
        return (TextField) named(name).orElseThrow();
    }

    private void click(String name) {
        TenantScope.run(admin, () -> {
            Component button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}

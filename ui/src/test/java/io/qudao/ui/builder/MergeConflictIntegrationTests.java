package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people who changed the same two attributes of one object. */
class MergeConflictIntegrationTests extends PageTest {
    private static final ComponentKey VISIT = new ComponentKey(ComponentKind.OBJECT, "visit");

    private Caller admin;

    @BeforeEach
    void changeTheSameTwice() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        var colleague = member(trade.head, "brand_admin", Locale.ENGLISH);
        put(admin, "Visit", "Visits");
        TenantScope.run(admin, () -> releases().publish("Visits"));
        put(admin, "Call", "Calls");
        put(colleague, "Trip", "Trips");
        TenantScope.run(colleague, () -> releases().publish("Trips"));
        open(admin, "build/conflicts");
    }

    @Test
    void letsEachAttributeBeChosen() {
        click("take-mine-visit-label.en");
        assertThat(named("take-mine-visit-label.en"))
                .as("with one attribute left there is nothing to choose by itself")
                .isEmpty();
        assertThat(named("conflict-visit").orElseThrow().getElement().getTextRecursively())
                .contains("Calls", "Trips");
        click("take-theirs-visit");
        assertThat(named("conflicts-none")).isPresent();
        assertThat(effective()).contains("\"en\":\"Call\"", "\"en\":\"Trips\"");
    }

    @Test
    void letsOneSideBeChosenAsAWhole() {
        click("take-mine-visit");
        assertThat(named("conflicts-none")).isPresent();
        assertThat(effective()).contains("\"en\":\"Call\"", "\"en\":\"Calls\"");
    }

    private void put(Caller caller, String label, String plural) {
        var json = "{\"label\":{\"en\":\"%s\"},\"plural\":{\"en\":\"%s\"}}".formatted(label, plural);
        TenantScope.run(
                caller, () -> releases().put(new io.qudao.metadata.Component(VISIT.kind(), VISIT.name(), json)));
    }

    private String effective() {
        return TenantScope.call(
                admin,
                () -> String.valueOf(releases().component(VISIT).orElseThrow().effective()));
    }

    private void click(String name) {
        TenantScope.run(admin, () -> {
            Component button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }

    private Releases releases() {
        return context.getBean(Releases.class);
    }
}

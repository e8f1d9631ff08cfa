package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishDialogIntegrationTests extends PageTest {
    private static final String OBJECT = "{\"label\":{\"en\":\"%s\"}}";
    private static final String FIELD = "{\"label\":{\"en\":\"Margin\"},\"type\":\"text\"}";
    private static final String DEALER =
            "{\"objects\":{\"partner\":{\"delete\":true,\"hidden\":[\"secret\"],\"read\":true,%s}}}";

    private Caller admin;
    private Releases releases;

    @BeforeEach
    void signIn() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        releases = context.getBean(Releases.class);
    }

    @Test
    void leavesTheDraftAsItWasWhenItIsRefusedAndPublishesAtTheSecondTry() {
        put(ComponentKind.OBJECT, "visit", OBJECT.formatted("Visit"));
        var draft = TenantScope.call(admin, releases::draft);
        open(admin, BuilderNavigation.PLAN);
        click("build-publish");
        publish("x".repeat(2001));
        assertThat(TenantScope.call(admin, releases::history)).isEmpty();
        assertThat(TenantScope.call(admin, releases::draft)).isEqualTo(draft);
        publish("Visits");
        assertThat(TenantScope.call(admin, releases::history)).hasSize(1);
        assertThat(own("order_desk")).isEqualTo("null");
    }

    @Test
    @SuppressWarnings("unchecked")
    void givesNobodyAccessWhoWasNotChosenAndCountsWhoWas() {
        put(ComponentKind.OBJECT, "visit", OBJECT.formatted("Visit"));
        open(admin, BuilderNavigation.PLAN);
        click("build-publish");
        assertThat(text()).startsWith("1 change takes");
        TenantScope.run(admin, () -> {
            var desk = (Select<Level>) named("access-visit-order_desk").orElseThrow();
            assertThat(desk.getValue()).isEqualTo(Level.NONE);
            desk.setValue(Level.EDIT);
        });
        assertThat(text()).startsWith("2 changes take");
        publish("Visits");
        assertThat(TenantScope.call(admin, releases::history).getFirst().changes())
                .isEqualTo(2);
        assertThat(own("order_desk"))
                .isEqualTo(
                        "{\"objects\":{\"visit\":{\"create\":true,\"read\":true,\"rows\":\"all\",\"update\":true}}}");
        assertThat(own("finance")).isEqualTo("null");
    }

    @Test
    void publishesNothingThatAColleagueAddedMeanwhile() {
        put(ComponentKind.OBJECT, "visit", OBJECT.formatted("Visit"));
        open(admin, BuilderNavigation.PLAN);
        click("build-publish");
        put(ComponentKind.OBJECT, "trip", OBJECT.formatted("Trip"));
        var draft = TenantScope.call(admin, releases::draft);
        publish("Visits");
        publish("Visits");
        assertThat(TenantScope.call(admin, releases::history)).isEmpty();
        assertThat(TenantScope.call(admin, releases::draft)).isEqualTo(draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"rows\":\"subtree\",\"update\":true",
                "\"create\":true,\"readOnly\":[\"secret\"],\"rows\":\"partner\",\"update\":true",
                "\"rows\":\"own\"",
                "\"assign\":true,\"rows\":\"all\""
            })
    void leavesTheRightsThatNobodyTouched(String rights) {
        put(ComponentKind.FIELD, "partner.secret", FIELD);
        put(ComponentKind.PERMISSION_SET, "dealer", DEALER.formatted(rights));
        TenantScope.run(admin, () -> releases.publish("Dealers"));
        var before = own("dealer");
        put(ComponentKind.FIELD, "partner.margin", FIELD);
        open(admin, BuilderNavigation.PLAN);
        click("build-publish");
        publish("Margin");
        assertThat(TenantScope.call(admin, releases::history)).hasSize(2);
        assertThat(own("dealer")).isEqualTo(before);
    }

    @Test
    void changesOnlyWhatWasChosen() {
        put(ComponentKind.FIELD, "partner.secret", FIELD);
        put(ComponentKind.PERMISSION_SET, "dealer", DEALER.formatted("\"rows\":\"subtree\""));
        TenantScope.run(admin, () -> releases.publish("Dealers"));
        put(ComponentKind.FIELD, "partner.margin", FIELD);
        open(admin, BuilderNavigation.PLAN);
        click("build-publish");
        assertThat(level().getValue()).isEqualTo(Level.CUSTOM);
        TenantScope.run(admin, () -> level().setValue(Level.READ));
        publish("Margin");
        assertThat(own("dealer")).isEqualTo(DEALER.formatted("\"rows\":\"all\""));
    }

    @Test
    @SuppressWarnings("unchecked")
    void hidesANewFieldWithoutTouchingOtherRights() {
        put(ComponentKind.FIELD, "partner.secret", FIELD);
        put(ComponentKind.PERMISSION_SET, "dealer", DEALER.formatted("\"rows\":\"subtree\""));
        TenantScope.run(admin, () -> releases.publish("Dealers"));
        put(ComponentKind.FIELD, "partner.margin", FIELD);
        open(admin, BuilderNavigation.PLAN);
        click("build-publish");
        TenantScope.run(admin, () -> {
            var hidden = (MultiSelectComboBox<DraftObjects.Piece>)
                    named("access-hidden-partner-dealer").orElseThrow();
            hidden.setValue(hidden.getListDataView().getItems().collect(Collectors.toSet()));
        });
        publish("Margin");
        assertThat(own("dealer"))
                .isEqualTo(DEALER.formatted("\"rows\":\"subtree\"").replace("[\"secret\"]", "[\"margin\",\"secret\"]"));
    }

    @SuppressWarnings("unchecked")
    private Select<Level> level() {
        return (Select<Level>)
                TenantScope.call(admin, () -> named("access-partner-dealer").orElseThrow());
    }

    private void put(ComponentKind kind, String name, String json) {
        TenantScope.run(admin, () -> releases.put(new Component(kind, name, json)));
    }

    private String text() {
        return TenantScope.call(
                admin, () -> named("publish-text").orElseThrow().getElement().getText());
    }

    /** The tenant's part of a permission set. */
    private String own(String set) {
        var key = new ComponentKey(ComponentKind.PERMISSION_SET, set);
        return TenantScope.call(
                admin,
                () -> String.valueOf(releases.component(key).orElseThrow().own()));
    }

    private void publish(String comment) {
        TenantScope.run(admin, () -> ((TextArea) named("publish-comment").orElseThrow()).setValue(comment));
        click("publish-confirm");
    }

    private void click(String name) {
        TenantScope.run(admin, () -> {
            var button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}

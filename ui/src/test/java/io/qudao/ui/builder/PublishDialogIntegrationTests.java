package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextArea;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PublishDialogIntegrationTests extends PageTest {
    /** The access that was chosen is in the draft by then. */
    @Test
    void publishesAtTheSecondTryWhatWasRefusedAtTheFirst() {
        var admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        var releases = context.getBean(Releases.class);
        TenantScope.run(
                admin,
                () -> releases.put(new Component(ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\"}}")));
        open(admin, BuilderNavigation.PLAN);
        click(admin, "build-publish");
        publish(admin, "x".repeat(2001));
        assertThat(TenantScope.call(admin, releases::history)).isEmpty();
        publish(admin, "Visits");
        assertThat(TenantScope.call(admin, releases::history)).hasSize(1);
    }

    private void publish(Caller admin, String comment) {
        TenantScope.run(admin, () -> ((TextArea) named("publish-comment").orElseThrow()).setValue(comment));
        click(admin, "publish-confirm");
    }

    private void click(Caller caller, String name) {
        TenantScope.run(caller, () -> {
            var button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}

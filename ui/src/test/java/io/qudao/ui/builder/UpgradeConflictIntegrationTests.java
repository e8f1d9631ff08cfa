package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A tenant whose own object has the name of one that ships since. */
class UpgradeConflictIntegrationTests extends PageTest {
    private static final String SHIPPED = "stock_level";

    private Caller admin;

    @BeforeEach
    void shipAnObjectOfAnOwnName() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(admin, () -> {
            var own = Documents.object();
            Documents.put(own, "label", Label.of("Shelf count", "货架盘点"));
            releases().put(Documents.component(new ComponentKey(ComponentKind.OBJECT, "shelf_count"), own));
            releases().publish("Shelf counts");
            rename("update engine.object_registry set name = ? where tenant_id = ? and name = 'shelf_count'");
            rename("update engine.release_component set name = ? where tenant_id = ? and name = 'shelf_count'");
        });
    }

    @Test
    void isSolvedByAnotherName() {
        open(admin, "build");
        assertThat(named("draft-upgrade")).isPresent();
        open(admin, "build/conflicts");
        var card = named("upgrade-" + SHIPPED).orElseThrow();
        assertThat(card.getElement().getTextRecursively())
                .contains("Shelf count", "Stock level", "Release 1", "李雷", "Shelf counts")
                .doesNotContain("Solved");
        click("rename-" + SHIPPED);
        TenantScope.run(admin, () -> ((TextField) named("rename-name").orElseThrow()).setValue("shelf_count"));
        click("rename-save");
        assertThat(named("upgrade-solved")).isPresent();
    }

    private void rename(String sql) {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.getBean(JdbcClient.class)
                        .sql(sql)
                        .params(SHIPPED, trade.tenant.id().value())
                        .update());
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

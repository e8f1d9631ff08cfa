package io.qudao.partner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.partner.ChannelFixture;
import io.qudao.partner.PartnerRole;
import io.qudao.testing.HttpTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the rows of an import lock before they change anything. */
@HttpTest
class PartnerLocksIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private PartnerWrites writes;

    private ChannelFixture channel;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
    }

    @Test
    void takesTheStrongestLockFirst() {
        var free = channel.inTransaction(() -> {
            assertThat(writes.lockedByCode(Set.of("EAST"))).containsOnlyKeys("EAST", "HQ");
            return others("for share skip locked");
        });
        assertThat(free).containsExactly("WEST");
    }

    @Test
    void letsOthersTradeMeanwhile() {
        var free = channel.inTransaction(() -> {
            writes.lockedByCode(Set.of("EAST"));
            return others("for key share skip locked");
        });
        assertThat(free).containsExactly("EAST", "HQ", "WEST");
    }

    /** Codes of partners that another transaction can lock so. */
    private List<String> others(String lock) {
        var other = new TransactionTemplate(
                context.getBean(TransactionTemplate.class).getTransactionManager());
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return other.execute(status -> context.getBean(JdbcClient.class)
                .sql("select code from apps.partner where tenant_id = ? order by code " + lock)
                .param(channel.tenant().id().value())
                .query(String.class)
                .list());
    }
}

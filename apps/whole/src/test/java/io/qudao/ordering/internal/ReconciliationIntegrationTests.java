package io.qudao.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant with an order of its distributor, whose counters were last looked at two days ago. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class ReconciliationIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private JdbcClient jdbc;

    private TradeFixture trade;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        trade.submit(1, "case");
        run("insert into apps.reconciliation values (?, now() - interval '2 days', 0)");
    }

    @Test
    void findsNothingWhereAllIsWell(CapturedOutput output) { // I6
        assertThat(isWaiting()).isTrue();
        assertThat(reconciliation.turn(trade.tenant)).isFalse();
        assertThat(isWaiting()).isFalse();
        assertThat(differences()).isZero();
        assertThat(output.getAll()).doesNotContain("(I6)");
    }

    @Test
    void tellsOfEveryCounterThatIsNotItsSum(CapturedOutput output) { // I6
        run("update apps.stock /* past the one way */ set on_hand = on_hand + 1 where tenant_id = ? and on_hand > 0");
        run("update apps.credit_account set exposure = exposure + 1 where tenant_id = ? and exposure > 0");
        reconciliation.turn(trade.tenant);
        assertThat(differences()).isEqualTo(lines(output)).isGreaterThanOrEqualTo(2);
        assertThat(output.getAll()).contains("Stock of " + trade.tenant.slug(), "Exposure at " + trade.tenant.slug());
    }

    @Test
    void looksOnceADay(CapturedOutput output) {
        run("update apps.stock /* past the one way */ set on_hand = on_hand + 1 where tenant_id = ? and on_hand > 0");
        reconciliation.turn(trade.tenant);
        int told = lines(output);
        reconciliation.turn(trade.tenant);
        assertThat(lines(output)).isEqualTo(told).isPositive();
    }

    @Test
    void leavesACheckThatFailsDue() {
        run(
                "update apps.credit_account set exposure = exposure + 1, currency = '???' where tenant_id = ? and exposure > 0");
        assertThatThrownBy(() -> reconciliation.turn(trade.tenant)).isInstanceOf(IllegalArgumentException.class);
        assertThat(isWaiting()).isTrue();
    }

    /** For new tenants a first day has to pass. */
    @Test
    void leavesNewTenantsAlone() {
        run("delete from apps.reconciliation where tenant_id = ?");
        assertThat(isWaiting()).isFalse();
    }

    private static int lines(CapturedOutput output) {
        return Math.toIntExact(
                output.getAll().lines().filter(line -> line.contains("(I6)")).count());
    }

    private boolean isWaiting() {
        return trade.asPlatform(() -> trade.transaction(() -> jdbc.sql("select apps.unreconciled_tenants()")
                .query(Integer.class)
                .list()
                .contains(trade.tenant.id().value())));
    }

    private int differences() {
        return trade.asPlatform(() ->
                trade.transaction(() -> jdbc.sql("select differences from apps.reconciliation where tenant_id = ?")
                        .param(trade.tenant.id().value())
                        .query(Integer.class)
                        .single()));
    }

    private void run(String statement) {
        trade.asPlatform(() -> trade.transaction(
                () -> jdbc.sql(statement).param(trade.tenant.id().value()).update()));
    }
}

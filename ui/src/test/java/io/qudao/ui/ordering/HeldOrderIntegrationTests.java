package io.qudao.ui.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.ordering.Submission;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import io.qudao.ui.record.RecordNavigation;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order on credit hold is called so on each page that shows it. */
class HeldOrderIntegrationTests extends PageTest {
    private static final String HELD = "Credit hold";
    private static final String REVIEW = "Waiting for review";

    private Submission.CreditHeld placed;

    @BeforeEach
    void hold() {
        trade.limit(trade.distributor, trade.outlet, "1.00");
        placed = (Submission.CreditHeld) trade.submit(1, "case");
    }

    @Test
    void isHeldInItsHistory() {
        open(
                member(trade.outlet, "dealer", Locale.ENGLISH),
                OrderingNavigation.order(placed.order().id()));
        var last = named("timeline-hold").orElseThrow();
        assertThat(last.getElement().getTextRecursively()).isEqualTo(HELD);
    }

    @Test
    void isHeldOnItsRecordAndInTheListOfRecords() {
        var admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        var id = placed.order().id().value();
        open(admin, RecordNavigation.record("order", id).substring(1));
        assertThat(TenantScope.call(admin, PageTest::words)).contains(HELD).doesNotContain(REVIEW);
        open(admin, RecordNavigation.records("order").substring(1));
        assertThat(TenantScope.call(admin, PageTest::words)).contains(HELD).doesNotContain(REVIEW);
    }
}

package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ChangeSets.Side;
import io.qudao.record.RecordFixture;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.StatementCounter;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** What edits of a change set return, and what they cost. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class EditsIntegrationTests {
    private static final String READS = "left join engine.component_version";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Releases releases;

    @Autowired
    private ChangeSets changeSets;

    @Test
    void readsTheChangeSetOnceAndReturnsItAsItIsThen() throws Exception {
        var tenant = TenantFixture.create(context);
        TenantScope.call(Caller.platform(tenant), () -> {
            var visit = new ComponentKey(ComponentKind.OBJECT, "visit");
            check(() -> put(visit, "{\"label\":{\"en\":\"Visit\"}}"));
            check(() -> put(field("visit.score"), "{\"label\":{\"en\":\"Score\"},\"type\":\"integer\"}"));
            check(() -> put(field("visit.note"), "{\"label\":{\"en\":\"Note\"},\"type\":\"text\"}"));
            check(() -> releases.grant("visit", Set.of("order_desk", "finance")));
            check(() -> releases.grant("visit", Set.of("order_desk")));
            releases.publish("Visits");
            check(() -> releases.draft());
            check(() -> releases.rename(visit, "call"));
            check(() -> releases.rename(field("call.score"), "points"));
            check(() -> releases.rename(field("call.points"), "grade"));
            check(() -> releases.remove(field("call.note")));
            check(() -> changeSets.resolve(field("call.grade"), Side.MINE, Set.of()));
            check(() -> releases.remove(new ComponentKey(ComponentKind.OBJECT, "call")));
            assertThat(releases.plan().changes())
                    .filteredOn(change -> change.key().kind() != ComponentKind.PERMISSION_SET)
                    .extracting(change -> change.action() + " " + change.key().name())
                    .containsExactly("REMOVED visit", "REMOVED visit.note", "REMOVED visit.score");
            return true;
        });
    }

    private void check(Callable<Draft> edit) throws Exception {
        var returned = new Draft[1];
        assertThat(StatementCounter.during(READS, () -> returned[0] = edit.call()))
                .isLessThanOrEqualTo(1);
        assertThat(returned[0]).isEqualTo(releases.draft());
    }

    private Draft put(ComponentKey key, String json) {
        return releases.put(new Component(key.kind(), key.name(), json));
    }

    private static ComponentKey field(String name) {
        return new ComponentKey(ComponentKind.FIELD, name);
    }
}

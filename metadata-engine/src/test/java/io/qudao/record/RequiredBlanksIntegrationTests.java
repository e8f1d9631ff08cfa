package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A text of nothing but space is no text where one is required, however wide the space. */
@HttpTest
class RequiredBlanksIntegrationTests {
    private static final List<String> BLANKS =
            List.of(" ", "\\t", "\\n", "\\u0085", "\\u00a0", "\\u2003", "\\u2007", "\\u202f", "\\u3000", " \\u3000\\t");
    private static final String FIELD = "/api/v1/metadata/components/field/thing.note";
    private static final String NOTE = "{\"label\":{\"en\":\"Note\"},\"type\":\"text\",\"length\":50,\"required\":%s}";

    @Autowired
    private ApplicationContext context;

    @Test
    void countsInThePlanWhatItRefusesOnWrite() {
        var tenant = TenantFixture.create(context);
        var admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/thing",
                "{\"label\":{\"en\":\"Thing\"},\"plural\":{\"en\":\"Things\"}}",
                "field/thing.note",
                NOTE.formatted(false));
        for (String blank : BLANKS) {
            assertThat(write(admin, blank).status()).isEqualTo(201);
        }
        assertThat(write(admin, "\\u3000x").status()).isEqualTo(201);
        assertThat(admin.put(FIELD, NOTE.formatted(true)).status()).isEqualTo(200);
        var plan = admin.get("/api/v1/metadata/plan");
        assertThat(plan.at("/demands/0/against")).as(plan.body()).isEqualTo(Integer.toString(BLANKS.size()));
        assertThat(admin.post("/api/v1/metadata/publish", "{}").status()).isEqualTo(201);
        for (String blank : BLANKS) {
            assertThat(write(admin, blank).violations()).as(blank).containsExactly("note:required");
        }
        assertThat(write(admin, "\\u3000x").status()).isEqualTo(201);
    }

    private static ApiClient.Answer write(ApiClient admin, String note) {
        return admin.post("/api/v1/records/thing", "{\"name\":\"a\",\"note\":\"%s\"}".formatted(note));
    }
}

package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A letter and its accent are one value, however they were typed. */
@HttpTest
class TextFormsIntegrationTests {
    private static final String PLACES = "/api/v1/records/place";
    private static final String APART = "Cafe\u0301";
    private static final String JOINED = "Caf\u00e9";

    @Autowired
    private ApplicationContext context;

    private ApiClient admin;

    @BeforeEach
    void publish() {
        Tenant tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/place",
                "{\"label\":{\"en\":\"Place\"}}",
                "field/place.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"length\":20,\"unique\":true}",
                "field/place.word",
                "{\"label\":{\"en\":\"Word\"},\"type\":\"text\",\"length\":4,\"filterable\":true}");
    }

    @Test
    void keepsOneFormAndOneUniqueValue() {
        var made = admin.post(PLACES, "{\"name\":\"n\",\"code\":\"" + APART + "\"}");
        assertThat(made.at("/code")).as(made.body()).isEqualTo(JOINED);
        for (String code : new String[] {JOINED, APART}) {
            assertThat(admin.post(PLACES, "{\"name\":\"n\",\"code\":\"" + code + "\"}")
                            .violations())
                    .containsExactly("code:record.taken");
        }
    }

    @Test
    void takesUniqueValuesThatReadTheSameForOne() {
        var made = admin.post(PLACES, "{\"name\":\"n\",\"code\":\"AB 12\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        for (String same : new String[] {
            "\uff21\uff22 \uff11\uff12", "AB 12 ", "\u3000AB 12", "ab\u00a012", "\u200bAB 12", "AB 12\ufeff"
        }) {
            assertThat(admin.post(PLACES, "{\"name\":\"n\",\"code\":\"" + same + "\"}")
                            .violations())
                    .as(same)
                    .containsExactly("code:record.taken");
        }
    }

    @Test
    void countsInThePlanWhatReadsTheSame() {
        for (String word : new String[] {"AB", "\uff21\uff22", "ab\u3000"}) {
            assertThat(admin.post(PLACES, "{\"name\":\"n\",\"word\":\"" + word + "\"}")
                            .status())
                    .isEqualTo(201);
        }
        admin.put(
                "/api/v1/metadata/components/field/place.word",
                "{\"label\":{\"en\":\"Word\"},\"type\":\"text\",\"length\":4,\"filterable\":true,\"unique\":true}");
        var plan = admin.get("/api/v1/metadata/plan");
        assertThat(plan.at("/demands/0/against")).as(plan.body()).isNotIn("", "0");
    }

    @Test
    void findsUniqueValuesAsTheyWereWritten() {
        for (String code : new String[] {"\uff08\u74f6\uff09", "\uff76\uff9e\uff01", "Plain"}) {
            var made = admin.post(PLACES, "{\"name\":\"n\",\"code\":\"" + code + "\"}");
            assertThat(made.at("/code")).as(made.body()).isEqualTo(code);
            for (String filter : new String[] {
                "code == '" + code + "'",
                "code in ['" + code + "', 'x']",
                "startsWith(code, '" + code.substring(0, 1) + "')",
                "startsWith(code, '" + code + "')"
            }) {
                var found = admin.get(PLACES + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
                assertThat(found.json().path("items").size())
                        .as(filter + found.body())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void findsItByBothForms() {
        for (String word : new String[] {APART, JOINED}) {
            var made = admin.post(PLACES, "{\"name\":\"n\",\"word\":\"" + word + "\"}");
            assertThat(made.status()).as("four letters: " + made.body()).isEqualTo(201);
        }
        for (String typed :
                new String[] {"word == '" + APART + "'", "word == '" + JOINED + "'", "startsWith(word, '" + APART + "')"
                }) {
            var found = admin.get(PLACES + "?filter=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
            assertThat(found.json().path("items").size())
                    .as(typed + found.body())
                    .isEqualTo(2);
        }
    }
}

package io.qudao.onboarding;

import static io.qudao.control.testing.Calls.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.Rows;
import io.qudao.control.testing.StandingPlatform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class SignUpIntegrationTests {

    private static final String PATH = "/api/v1/sign-up";

    @Autowired
    private Calls calls;

    private final StandingPlatform platform = StandingPlatform.INSTANCE;

    @AfterEach
    void letPlatformAccept() {
        platform.acceptAll();
    }

    @Test
    void makesTenantWithItsFirstAdmin() {
        var slug = Calls.fresh("acme");
        var answer = calls.post(SITE, PATH, Calls.signUpBody(slug, "lin@acme.example", true));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("slug")).isEqualTo(slug);
        assertThat(answer.text("url")).isEqualTo("http://" + slug + ".localhost:8080");
        var told = platform.told(slug).getFirst();
        assertThat(told.get("tenantId")).isEqualTo(answer.json().get("tenantId"));
        assertThat(told.get("shard").asString()).isEqualTo("s0");
        assertThat(told.get("locale").asString()).isEqualTo("zh-CN");
        assertThat(told.get("currency").asString()).isEqualTo("CNY");
        assertThat(told.get("admin").get("email").asString()).isEqualTo("lin@acme.example");
        assertThat(told.get("client").get("clientId"))
                .isEqualTo(answer.json().get("client").get("id"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var answer = calls.post(
                SITE,
                PATH,
                Map.of("slug", "Acme!", "email", "nobody", "password", "short", "locale", "xx", "currency", "XYZ1"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("invalid_input");
        assertThat(answer.violations())
                .containsExactlyInAnyOrder(
                        "slug: slug_form",
                        "company: required",
                        "locale: locale_unknown",
                        "currency: currency_unknown",
                        "email: email_form",
                        "name: required",
                        "password: password_short");
    }

    @Test
    void refusesReservedAndTakenAddresses() {
        var taken = calls.signUp("taken");
        assertThat(calls.post(SITE, PATH, Calls.signUpBody("www", "a@b.example", false))
                        .violations())
                .containsExactly("slug: slug_reserved");
        assertThat(calls.post(SITE, PATH, Calls.signUpBody(taken.slug(), "other@b.example", false))
                        .violations())
                .containsExactly("slug: slug_taken");
    }

    @Test
    void answersTheSameTenantToTheSameSignUp() {
        var first = calls.signUp("again");
        var again = calls.post(SITE, PATH, Calls.signUpBody(first.slug(), first.email(), true));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().get("tenantId").asInt()).isEqualTo(first.id());
        assertThat(again.json().get("client").get("id").asString()).isEqualTo(first.client());
        var secret = again.json().get("client").get("secret").asString();
        assertThat(calls.token(first.host(), first.client(), secret).status()).isEqualTo(200);

        var third = calls.post(SITE, PATH, Calls.signUpBody(first.slug(), first.email(), true));
        assertThat(third.json().has("client"))
                .as("a program that works keeps its secret")
                .isFalse();
    }

    @Test
    void doesNotTakeAnotherPasswordForTheSameSignUp() {
        var first = calls.signUp("guarded");
        var body = new HashMap<>(Calls.signUpBody(first.slug(), first.email(), true));
        body.put("password", "Another-river-42");
        assertThat(calls.post(SITE, PATH, body).violations()).containsExactly("slug: slug_taken");
    }

    @Test
    void givesAnAddressToOneOfManyAtOnce() throws InterruptedException {
        var slug = Calls.fresh("race");
        List<Callable<Answer>> many = IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(
                        i -> () -> calls.post(SITE, PATH, Calls.signUpBody(slug, "p" + i + "@race.example", true)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var statuses = threads.invokeAll(many).stream()
                    .map(done -> done.resultNow().status())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).hasSize(6).allMatch(status -> status == 201 || status == 400);
        }
        assertThat(platform.told(slug)).hasSize(1);
        assertThat(Rows.of("select id::text from tenant where slug = '" + slug + "'", 0))
                .hasSize(1);
    }

    @Test
    void keepsSignUpWhilePlatformIsDownAndOpensWhenItIsBack() {
        var slug = Calls.fresh("later");
        platform.refuse(slug);
        var answer = calls.post(SITE, PATH, Calls.signUpBody(slug, "lin@later.example", true));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("state")).isEqualTo("preparing");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        var client = answer.json().get("client");
        var host = slug + ".localhost:8080";
        assertThat(calls.token(
                                host,
                                client.get("id").asString(),
                                client.get("secret").asString())
                        .status())
                .isEqualTo(401);

        platform.acceptAll();
        var again = calls.post(SITE, PATH, Calls.signUpBody(slug, "lin@later.example", false));
        assertThat(again.status()).isEqualTo(201);
        assertThat(calls.token(
                                host,
                                client.get("id").asString(),
                                client.get("secret").asString())
                        .status())
                .isEqualTo(200);
        assertThat(platform.told(slug)).hasSize(1);
    }

    @Test
    void limitsSignUpsOfOneAddress() {
        var address = Calls.freshAddress();
        for (int i = 0; i < 5; i++) {
            assertThat(calls.post(SITE, PATH, Map.of(), "X-Forwarded-For", address)
                            .status())
                    .isEqualTo(400);
        }
        var refused = calls.post(SITE, PATH, Map.of(), "X-Forwarded-For", address);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3601);
        assertThat(calls.post(SITE, PATH, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(calls.post(SITE, PATH, "{\"slug\": ").text("code")).isEqualTo("malformed");
        assertThat(calls.post(SITE, PATH, "").text("code")).isEqualTo("malformed");
        assertThat(calls.post(SITE, PATH, "\u0000\u0001\u0002").text("code")).isEqualTo("malformed");
        assertThat(calls.post(SITE, PATH, "{\"slug\": \"acme\", \"admin\": true}")
                        .violations())
                .containsExactly("admin: unknown_field");
        assertThat(calls.post(SITE, PATH, "{\"slug\": [1]}").violations()).containsExactly("slug: not_readable");
        assertThat(calls.get(SITE, PATH).text("code")).isEqualTo("malformed");
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        var chinese = calls.post(SITE, PATH, Map.of(), "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
        assertThat(chinese.text("title")).isEqualTo("输入有误");
        var other = calls.post(SITE, PATH, Map.of(), "Accept-Language", "fr");
        assertThat(other.text("title")).isEqualTo("The input is not valid");
    }
}

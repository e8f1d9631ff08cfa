package io.qudao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;

/**
 * The wall between two tenants, endpoint by endpoint: a {@code @TestFactory} says of each endpoint of its library how another
 * tenant's administrator is kept out, and returns {@link #tests}; an endpoint of which nothing is said fails them. All that
 * the owner stored carries one secret word.
 */
public final class LeakCases {
    private final ApplicationContext context;
    private final Set<String> endpoints;
    private final Set<String> covered = new TreeSet<>();
    private final List<Case> cases = new ArrayList<>();

    private LeakCases(ApplicationContext context, Set<String> endpoints) {
        this.context = context;
        this.endpoints = endpoints;
    }

    /** @param ones any class of each library whose endpoints are tried */
    public static LeakCases of(ApplicationContext context, Class<?>... ones) {
        return new LeakCases(context, Endpoints.of(context, ones).keySet());
    }

    /** The owner sees the secret there, and the stranger something of their own or a 404. */
    public LeakCases shows(String endpoint, Function<ApiClient, Answer> call) {
        return add(new Case(endpoint, Kind.SHOWS, 0, "", call));
    }

    /** The same where the owner's is known by another word, such as an id or an amount. */
    public LeakCases shows(String endpoint, String word, Function<ApiClient, Answer> call) {
        return add(new Case(endpoint, Kind.SHOWS, 0, word, call));
    }

    /** A stranger gets the answer that the named thing does not exist. */
    public LeakCases refuses(String endpoint, Function<ApiClient, Answer> call) {
        return refuses(endpoint, 404, call);
    }

    /** The status that tells a stranger that the named thing does not exist. */
    public LeakCases refuses(String endpoint, int status, Function<ApiClient, Answer> call) {
        return add(new Case(endpoint, Kind.REFUSES, status, "", call));
    }

    /** The stranger may do so, without seeing or changing anything of the owner's. */
    public LeakCases keepsApart(String endpoint, Function<ApiClient, Answer> call) {
        return add(new Case(endpoint, Kind.KEEPS_APART, 0, "", call));
    }

    /** What it gives and takes is no tenant's, or not for members. */
    public LeakCases holdsNothing(String endpoint) {
        covered.add(endpoint);
        return this;
    }

    /** @param secret a word in everything that the owner stored, and nowhere else */
    public Stream<DynamicTest> tests(Tenant owner, Tenant stranger, String secret) {
        var host = ApiClient.admin(context, owner);
        var guest = ApiClient.admin(context, stranger);
        var before = new TreeMap<Integer, String>();
        var tests = new ArrayList<DynamicTest>();
        tests.add(DynamicTest.dynamicTest(
                "has a case for every endpoint", () -> assertThat(covered).containsExactlyElementsOf(endpoints)));
        endpoints.forEach(endpoint -> tests.add(DynamicTest.dynamicTest(
                "asks for a token: " + endpoint, () -> asksForToken(endpoint, owner, stranger))));
        for (int i = 0; i < cases.size(); i++) {
            int number = i;
            var one = cases.get(i);
            if (one.kind() == Kind.SHOWS) {
                tests.add(DynamicTest.dynamicTest(
                        "shows the owner: " + one.endpoint(),
                        () -> before.put(number, seen(one.call().apply(host), one.word(secret)))));
            }
        }
        cases.forEach(one -> tests.add(DynamicTest.dynamicTest(
                one.kind() + " the stranger: " + one.endpoint(),
                () -> one.check(one.call().apply(guest), secret))));
        tests.add(DynamicTest.dynamicTest(
                "left the owner's as it was",
                () -> before.forEach((number, body) -> assertThat(
                                cases.get(number).call().apply(host).body())
                        .as(cases.get(number).endpoint())
                        .isEqualTo(body))));
        return tests.stream();
    }

    private LeakCases add(Case one) {
        covered.add(one.endpoint());
        cases.add(one);
        return this;
    }

    private void asksForToken(String endpoint, Tenant owner, Tenant stranger) {
        var words = endpoint.split(" ", -1);
        String path = words[1].replaceAll("\\{\\w+}", new UUID(0, 1).toString());
        var anonymous = ApiClient.anonymous(context, owner);
        var other = anonymous.with(
                "Authorization",
                "Bearer "
                        + TestIdentity.token(
                                stranger, TenantFixture.adminOf(stranger).toString()));
        assertThat(anonymous.send(words[0], path, "").status()).isEqualTo(401);
        assertThat(other.send(words[0], path, "").status()).isEqualTo(path.startsWith("/internal/") ? 401 : 403);
    }

    private static String seen(Answer answer, String secret) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        assertThat(answer.body()).contains(secret);
        return answer.body();
    }

    private enum Kind {
        SHOWS,
        REFUSES,
        KEEPS_APART
    }

    private record Case(String endpoint, Kind kind, int status, String word, Function<ApiClient, Answer> call) {
        String word(String secret) {
            return word.isEmpty() ? secret : word;
        }

        void check(Answer answer, String secret) {
            assertThat(answer.body()).doesNotContain(secret).doesNotContain(word(secret));
            switch (kind) {
                case SHOWS -> assertThat(answer.status()).as(answer.body()).isIn(200, 404);
                case REFUSES -> assertThat(answer.status()).as(answer.body()).isEqualTo(status);
                case KEEPS_APART ->
                    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
            }
        }
    }
}

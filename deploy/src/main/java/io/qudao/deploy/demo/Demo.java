package io.qudao.deploy.demo;

import io.qudao.deploy.Terminal;
import io.qudao.deploy.client.Credentials;
import io.qudao.deploy.client.Site;
import io.qudao.deploy.client.TenantApi;
import io.qudao.deploy.stack.StackDescription;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The demo tenant. Loading it may be stopped and started again: each step looks at what is there first.
 *
 * @param password of each of its people
 * @param loadedNow whether it was loaded by this call
 */
public record Demo(String password, boolean loadedNow) {
    public static final String SLUG = "demo";

    private static final String COMPANY = "渠乐饮品";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Somebody who can sign in. */
    public record SignIn(String email, String name, String partner) {}

    /** The demo tenant of a stack, loaded if it is not there yet. */
    public static Demo in(StackDescription stack, Terminal terminal) throws Exception {
        var folder = new DemoFolder(Path.of(stack.home()));
        var site = new Site(stack.url());
        var access = folder.read().orElseGet(() -> new DemoFolder.Access(password(new SecureRandom()), null, false));
        if (access.loaded()) {
            return new Demo(access.password(), false);
        }
        var client = access.client();
        if (client == null) {
            // First of all: sent again with the same password, a sign-up is answered as the first would have been.
            folder.keep(access);
            client = signUp(site, access.password(), terminal);
            folder.keep(access.with(client));
        }
        load(site.tenant(SLUG, client), access.password(), terminal);
        folder.keep(access.with(client).complete());
        return new Demo(access.password(), true);
    }

    public List<SignIn> people() {
        return Stream.concat(Stream.of(DemoPerson.ADMIN), DemoPerson.others().stream())
                .map(person -> new SignIn(person.email(), person.name(), person.partner()))
                .toList();
    }

    /** The name of the partner somebody signs in for. */
    public String employer(SignIn person) {
        Map<String, String> names =
                DemoPartner.all().stream().collect(Collectors.toMap(DemoPartner::code, DemoPartner::name));
        return names.getOrDefault(person.partner(), COMPANY);
    }

    private static Credentials signUp(Site site, String password, Terminal terminal) throws InterruptedException {
        terminal.line("Signing up the demo tenant " + COMPANY);
        return site.signUp(new Site.SignUp(
                SLUG, COMPANY, DemoPerson.ADMIN.name(), DemoPerson.ADMIN.email(), password, "zh-CN", "CNY"));
    }

    private static void load(TenantApi api, String password, Terminal terminal) throws Exception {
        terminal.line("Loading partners, goods, prices, stock and orders");
        var partners = new Channel(api).load();
        var skus = new Goods(api).load();
        new Prices(api, partners, skus).load();
        new OpeningStock(api, partners, skus).load();
        new People(api, partners).load(password);
        new FirstOrders(api, partners).load();
    }

    /** Easy to type, hard to guess: 60 bits. */
    private static String password(SecureRandom random) {
        return Stream.generate(() -> random.ints(4, 0, LETTERS.length())
                        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                        .collect(Collectors.joining()))
                .limit(3)
                .collect(Collectors.joining("-"));
    }
}

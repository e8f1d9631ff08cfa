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
 * The demo tenant. Loading can be interrupted and started again: each step first checks what exists.
 *
 * @param password password of each of its users
 * @param loadedNow whether it was loaded by this call
 */
public record Demo(String password, boolean loadedNow) {
    public static final String SLUG = "demo";

    private static final String COMPANY = "渠乐饮品";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** A user who can sign in. */
    public record SignIn(String email, String name, String partner) {}

    /** Returns the demo tenant of a stack, loading it if it does not exist yet. */
    public static Demo in(StackDescription stack, Terminal terminal) throws Exception {
        var folder = new DemoFolder(Path.of(stack.home()));
        var site = new Site(stack.url());
        var access = folder.read().orElseGet(() -> new DemoFolder.Access(password(new SecureRandom()), null, false));
        if (access.loaded()) {
            return new Demo(access.password(), false);
        }
        var client = access.client();
        if (client == null) {
            // Stored first, so that a repeated sign-up uses the same password and gets the same response.
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

    /** Returns the name of the partner a user works for. */
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
        var skus = new DemoGoods(api).load();
        new DemoPrices(api, partners, skus).load();
        new OpeningStock(api, partners, skus).load();
        new People(api, partners).load(password);
        new FirstOrders(api, partners).load();
    }

    /** Generates a password that is easy to type and hard to guess: 60 bits. */
    private static String password(SecureRandom random) {
        return Stream.generate(() -> random.ints(4, 0, LETTERS.length())
                        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                        .collect(Collectors.joining()))
                .limit(3)
                .collect(Collectors.joining("-"));
    }
}

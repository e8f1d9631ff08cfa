package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of which a part is lost on the way comes all the same, or says that it does not. */
@ExtendWith(InBrowser.class)
class PageStartBrowserTests {
    private static final String SCRIPT = "/VAADIN/build/indexhtml-";
    private static final String FIRST_REQUEST = "v-r=init";

    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, FIRST_REQUEST})
    void loadsPageAgain(String lost, Site site) {
        try (var visitor = site.signIn("o01@qule.example", Screen.PHONE, "zh-CN")) {
            lose(visitor, lost, time -> time == 1);
            visitor.load("/catalogue").see("offer");
            assertThat(asked).hasValueGreaterThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, FIRST_REQUEST})
    void saysThatPageDoesNotLoad(String lost, Site site) {
        try (var visitor = site.signIn("o01@qule.example", Screen.PHONE, "zh-CN")) {
            lose(visitor, lost, time -> time <= 3);
            visitor.page().navigate(site.stack().tenantUrl("demo") + "/catalogue");
            visitor.see("start-again", "重试").click("start-again").see("offer");
            assertThat(asked).hasValueGreaterThan(3);
        }
    }

    /** Breaks off some of the requests whose address has a part like this. */
    private void lose(Visitor visitor, String part, IntPredicate times) {
        visitor.page().route(address -> address.contains(part), route -> {
            if (times.test(asked.incrementAndGet())) {
                route.abort();
            } else {
                route.resume();
            }
        });
    }
}

package io.qudao.deploy.demo;

import io.qudao.deploy.Arguments;
import io.qudao.deploy.Command;
import io.qudao.deploy.Terminal;
import io.qudao.deploy.UsageException;
import io.qudao.deploy.client.RefusedException;
import io.qudao.deploy.stack.StackDescription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Loads the demo tenant into a running stack, unless it is there already, and shows how to sign in. */
public final class DemoCommand implements Command {
    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "load the demo tenant into the running stack";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.parse(words, Set.of(), Set.of("home")).withoutWords();
        Path home = Path.of(arguments.option("home").orElse(".qudao"));
        var stack = StackDescription.running(home)
                .orElseThrow(() -> new UsageException("nothing runs from " + home + ": start it with ./qudao run"));
        long began = System.nanoTime();
        Demo demo;
        try {
            demo = Demo.in(stack, terminal);
        } catch (RefusedException refused) {
            terminal.error("qudao: " + refused.getMessage());
            if (refused.answer().violations().contains("slug_taken")) {
                terminal.error("  There is a tenant of this name, and its password is not kept in " + home + ".");
                terminal.error("  To start anew, without any data: ./qudao run --demo --fresh");
            }
            return 1;
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (demo.loadedNow()) {
            terminal.line("The demo tenant was loaded in %.1f s.".formatted(took.toMillis() / 1000.0));
        }
        print(demo, stack, terminal);
        return 0;
    }

    private static void print(Demo demo, StackDescription stack, Terminal terminal) {
        terminal.line("");
        terminal.line("  Demo          " + stack.tenantUrl(Demo.SLUG));
        terminal.line("  Password      " + demo.password() + "  (everybody's)");
        terminal.line("");
        demo.people()
                .forEach(person -> terminal.line(
                        "  %-24s %s, %s".formatted(person.email(), person.name(), demo.employer(person))));
        terminal.line("");
        terminal.line("  To try: order as o01@qule.example on a phone (window of 390 px), approve and ship as");
        terminal.line("  s01@qule.example under 我的生意, receive as o01 again. Orders of o04 beyond 300 yuan are held.");
        terminal.line("  The brand works at /work and shapes its objects and pages at /build, as admin@qule.example.");
        terminal.line("");
    }
}

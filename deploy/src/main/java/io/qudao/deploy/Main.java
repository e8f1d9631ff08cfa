package io.qudao.deploy;

import io.qudao.deploy.bench.BenchCommand;
import io.qudao.deploy.demo.DemoCommand;
import io.qudao.deploy.replay.ReplayCommand;
import io.qudao.deploy.stack.StackFailure;
import java.util.List;
import java.util.Optional;

/** Entry of the launcher: finds the command, runs it and turns its failures into messages and exit codes. */
public final class Main {

    private final List<Command> commands;
    private final Terminal terminal;

    Main(List<Command> commands, Terminal terminal) {
        this.commands = List.copyOf(commands);
        this.terminal = terminal;
    }

    public static void main(String... arguments) {
        // Tenants are identified by host, and Java does not resolve *.localhost, so clients set the Host header
        // themselves.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        System.exit(new Main(commands(), Terminal.standard()).run(List.of(arguments)));
    }

    private static List<Command> commands() {
        return List.of(new RunCommand(Optional.of(new DemoCommand())), new ReplayCommand(), new BenchCommand());
    }

    int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        var command = commands.stream().filter(c -> c.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            terminal.error("qudao: unknown command '" + name + "'");
            commands.forEach(c -> terminal.error("  %-8s %s".formatted(c.name(), c.summary())));
            return 2;
        }
        var rest = arguments.subList(1, arguments.size());
        return run(command.get(), rest);
    }

    @SuppressWarnings("CatchingUnchecked") // the one place where a bug still ends in a message and an exit code
    private int run(Command command, List<String> arguments) {
        try {
            return command.run(arguments, terminal);
        } catch (UsageException e) {
            terminal.error("qudao: " + e.getMessage());
            terminal.error("Try ./qudao " + command.name() + " --help");
            return 2;
        } catch (StackFailure e) {
            terminal.error("qudao: " + e.getMessage());
            e.advice().forEach(line -> terminal.error("  " + line));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (Exception e) {
            terminal.error("qudao: " + command.name() + " failed: " + e);
            for (var frame : e.getStackTrace()) {
                terminal.error("    at " + frame);
            }
            return 1;
        }
    }
}

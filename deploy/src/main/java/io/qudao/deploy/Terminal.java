package io.qudao.deploy;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The terminal of a command: lines, one status line that is overwritten in place, and yes/no questions. */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final boolean interactive;
    private boolean statusShown;

    public Terminal(PrintStream out, PrintStream err, BufferedReader in, boolean interactive) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.interactive = interactive;
    }

    /** Returns the terminal of this process, always UTF-8. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where there is no terminal
    public static Terminal standard() {
        var console = System.console();
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                console != null && console.isTerminal());
    }

    /** Returns whether a person is using it; only then are questions asked and status lines drawn. */
    public boolean interactive() {
        return interactive;
    }

    public synchronized void line(String text) {
        clearStatus();
        out.println(text);
    }

    public synchronized void error(String text) {
        clearStatus();
        err.println(text);
    }

    /** Shows {@code text} in place of the last status line; does nothing if no person is watching. */
    public synchronized void status(String text) {
        if (interactive) {
            out.print("\r" + text + "\033[K");
            out.flush();
            statusShown = true;
        }
    }

    /** Asks a question; only {@code yes} counts as agreement. */
    public boolean confirm(String question) {
        synchronized (this) {
            clearStatus();
            out.print(question + " Type yes to go on: ");
            out.flush();
        }
        try {
            String answer = in.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clearStatus() {
        if (statusShown) {
            out.print("\r\033[K");
            statusShown = false;
        }
    }
}

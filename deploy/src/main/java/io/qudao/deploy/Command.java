package io.qudao.deploy;

import java.util.List;

/** One command of {@code ./qudao}; {@code help/<name>.txt} in the resources of this package explains it. */
public interface Command {

    /** Returns the word after {@code ./qudao}. */
    String name();

    /** Returns the line for the list of commands. */
    String summary();

    /**
     * Runs the command and returns its exit code: 0 done, 1 failed.
     *
     * @throws UsageException if the arguments are invalid (exit code 2)
     */
    int run(List<String> arguments, Terminal terminal) throws Exception;
}

package io.qudao.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arguments of a command: flags ({@code --yes}), options with a value ({@code --port 8080} or {@code --port=8080}) and
 * plain words. Undeclared arguments are refused.
 */
public record Arguments(Map<String, String> options, Set<String> flags, List<String> words) {

    private static final String PREFIX = "--";

    public Arguments {
        options = Map.copyOf(options);
        flags = Set.copyOf(flags);
        words = List.copyOf(words);
    }

    /** Parses {@code arguments}; flag and option names are declared without their dashes. */
    public static Arguments parse(List<String> arguments, Set<String> flags, Set<String> options) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> set = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!argument.startsWith(PREFIX)) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = argument.substring(PREFIX.length(), equals < 0 ? argument.length() : equals);
            if (options.contains(name)) {
                if (equals < 0 && !rest.hasNext()) {
                    throw new UsageException(PREFIX + name + " needs a value");
                }
                values.put(name, equals < 0 ? rest.next() : argument.substring(equals + 1));
            } else if (flags.contains(name) && equals < 0) {
                set.add(name);
            } else {
                throw new UsageException("unknown option " + argument);
            }
        }
        return new Arguments(values, set, words);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * Returns the whole number given for {@code name}, which must be within the bounds, or {@code otherwise} if none is
     * given.
     */
    public int number(String name, int least, int most, int otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // Refused below with the same message as a number out of bounds.
        }
        throw new UsageException(
                "%s%s takes a whole number from %d to %d, not '%s'".formatted(PREFIX, name, least, most, text));
    }

    /** Refuses words, for commands that accept options only. */
    public Arguments withoutWords() {
        if (!words.isEmpty()) {
            throw new UsageException("unknown argument " + words.getFirst());
        }
        return this;
    }
}

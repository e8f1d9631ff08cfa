package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ObjectType.Commands;
import io.qudao.metadata.StandardObject;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordProblem;
import io.qudao.record.internal.row.CallerObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The commands of all modules by object. Start-up fails unless they are exactly those that the objects declare. */
@Component
class CommandBook {
    private final Map<String, RecordCommands> byObject;

    CommandBook(List<RecordCommands> commands, List<StandardObject> objects) {
        this.byObject = commands.stream().collect(Collectors.toMap(RecordCommands::object, Function.identity()));
        objects.forEach(object -> require(object.name(), object.commands(), byObject.get(object.name())));
        var named = objects.stream().map(StandardObject::name).collect(Collectors.toSet());
        for (String object : byObject.keySet()) {
            if (!named.contains(object)) {
                throw new IllegalStateException("There are commands for the object " + object + ", but no such object");
            }
        }
    }

    RecordCommands.Creates creates(CallerObject target) {
        return command(target, RecordCommands.Creates.class).orElseThrow(() -> missing(target));
    }

    RecordCommands.Changes changes(CallerObject target) {
        return command(target, RecordCommands.Changes.class).orElseThrow(() -> missing(target));
    }

    boolean hasChanges(CallerObject target) {
        return command(target, RecordCommands.Changes.class).isPresent();
    }

    RecordCommands.Deletes deletes(CallerObject target) {
        return command(target, RecordCommands.Deletes.class).orElseThrow(() -> missing(target));
    }

    private <C extends RecordCommands> Optional<C> command(CallerObject target, Class<C> kind) {
        return Optional.ofNullable(byObject.get(target.object()))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static void require(String object, Commands named, @Nullable RecordCommands has) {
        boolean same = named.create() == (has instanceof RecordCommands.Creates)
                && named.change() == (has instanceof RecordCommands.Changes)
                && named.delete() == (has instanceof RecordCommands.Deletes);
        if (!same) {
            throw new IllegalStateException(
                    "The object " + object + " declares other commands than its module implements: " + named);
        }
    }

    private static ProblemException missing(CallerObject target) {
        return new ProblemException(RecordProblem.KEPT_BY_MODULE, target.object());
    }
}

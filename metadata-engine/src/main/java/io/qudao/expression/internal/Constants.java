package io.qudao.expression.internal;

import io.qudao.expression.FieldPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the constants of an expression that can be checked against picklist options. */
final class Constants {
    private Constants() {}

    /** Returns the texts that fields are compared with for equality. */
    static Map<FieldPath, Set<String>> compared(Node tree) {
        var texts = new HashMap<FieldPath, Set<String>>();
        gather(tree, texts);
        return Map.copyOf(texts);
    }

    /** Passes each constant that may be the result to the consumer. */
    static void results(Node tree, Consumer<Node.Literal> result) {
        switch (tree) {
            case Node.Conditional choice -> {
                results(choice.yes(), result);
                results(choice.no(), result);
            }
            case Node.Literal literal -> result.accept(literal);
            default -> {}
        }
    }

    private static void gather(Node tree, Map<FieldPath, Set<String>> texts) {
        switch (tree) {
            case Node.Compare compare
            when compare.operator().isEquality() -> {
                pair(compare.left(), List.of(compare.right()), texts);
                pair(compare.right(), List.of(compare.left()), texts);
            }
            case Node.In in -> pair(in.left(), in.elements(), texts);
            default -> {}
        }
        tree.children().forEach(child -> gather(child, texts));
    }

    private static void pair(Node field, List<Node> others, Map<FieldPath, Set<String>> texts) {
        if (field instanceof Node.Field used) {
            for (Node other : others) {
                if (other instanceof Node.Literal literal && literal.value() instanceof String text) {
                    texts.computeIfAbsent(used.path(), unknown -> new HashSet<>())
                            .add(text);
                }
            }
        }
    }
}

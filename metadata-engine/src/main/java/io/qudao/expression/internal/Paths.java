package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.FieldPath;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.ListOf;
import io.qudao.expression.FieldType.RecordOf;
import io.qudao.expression.FieldType.ReferenceTo;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Schema;
import io.qudao.expression.internal.ExpressionParser.ExpressionContext;
import io.qudao.expression.internal.ExpressionParser.FieldContext;
import io.qudao.expression.internal.ExpressionParser.MemberContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Resolves field paths. */
final class Paths {
    private final Schema schema;
    private final Report report;

    Paths(Schema schema, Report report) {
        this.schema = schema;
        this.report = report;
    }

    /** Collects the names of {@code a.b.c}; returns false if the tree contains anything but names. */
    static boolean collect(ExpressionContext tree, List<Token> names) {
        boolean path = switch (tree) {
            case FieldContext field -> names.add(field.NAME().getSymbol());
            case MemberContext member ->
                collect(member.expression(), names) && names.add(member.NAME().getSymbol());
            default -> false;
        };
        return path;
    }

    /** Returns the names of all paths of a tree that are called otherwise, in their order, with what they are called. */
    static SequencedMap<Token, String> renamed(ExpressionContext tree, UnaryOperator<FieldPath> renamed) {
        var others = new LinkedHashMap<Token, String>();
        rename(tree, renamed, others);
        return others;
    }

    private static void rename(ParseTree tree, UnaryOperator<FieldPath> renamed, Map<Token, String> others) {
        var names = new ArrayList<Token>();
        if (tree instanceof ExpressionContext expression && collect(expression, names)) {
            var path = path(names);
            var other = renamed.apply(path);
            for (int index = 0; index < names.size(); index++) {
                if (!other.names().get(index).equals(path.names().get(index))) {
                    others.put(names.get(index), other.names().get(index));
                }
            }
            return;
        }
        for (int index = 0; index < tree.getChildCount(); index++) {
            rename(tree.getChild(index), renamed, others);
        }
    }

    Optional<Node> field(List<Token> names) {
        if (names.size() > Limits.PATH) {
            return tooLong(names.get(Limits.PATH));
        }
        Schema at = schema;
        int last = names.size() - 1;
        int references = 0;
        for (int index = 0; index < last; index++) {
            Token name = names.get(index);
            FieldType type = at.field(name.getText()).orElse(null);
            if (type == Scalar.MONEY && index + 1 == last) {
                return part(node(names.subList(0, last), type), names.getLast());
            }
            switch (type) {
                case null -> {
                    return unknown(name, at);
                }
                case ReferenceTo(var target) -> {
                    references++;
                    if (references > Limits.REFERENCES) {
                        return tooLong(names.get(index + 1));
                    }
                    at = target;
                }
                case RecordOf(var fields) -> at = fields;
                case Scalar scalar -> {
                    return noFields(name, scalar);
                }
                case ListOf list -> {
                    return noFields(name, list);
                }
            }
        }
        Optional<FieldType> type = at.field(names.getLast().getText());
        return type.isPresent() ? value(names, type.get()) : unknown(names.getLast(), at);
    }

    /** Returns {@code amount} or {@code currency} of money. */
    Optional<Node> part(Node node, Token name) {
        if (node.type() == Scalar.MONEY) {
            return switch (name.getText()) {
                case "amount" -> Optional.of(new Node.MoneyAmount(node));
                case "currency" -> Optional.of(new Node.MoneyCurrency(node));
                default -> {
                    report.add(name, Reason.UNKNOWN_FIELD, name.getText());
                    yield Optional.empty();
                }
            };
        }
        return noFields(name, node.type());
    }

    private Optional<Node> tooLong(Token name) {
        report.add(name, Reason.LONG_PATH, Limits.REFERENCES);
        return Optional.empty();
    }

    private Optional<Node> noFields(Token name, FieldType type) {
        report.add(name, Reason.NO_FIELDS, name.getText(), type.label());
        return Optional.empty();
    }

    private Optional<Node> value(List<Token> names, FieldType type) {
        if (type instanceof RecordOf) {
            report.add(names.getLast(), Reason.NOT_A_VALUE, names.getLast().getText());
            return Optional.empty();
        }
        return Optional.of(node(names, type));
    }

    private Optional<Node> unknown(Token name, Schema at) {
        String written = name.getText();
        at.names().stream()
                .filter(candidate -> distance(candidate, written) <= (written.length() + 3) / 3)
                .min(Comparator.<String>comparingInt(candidate -> distance(candidate, written))
                        .thenComparing(Comparator.naturalOrder()))
                .ifPresentOrElse(
                        close -> report.add(name, Reason.MISSPELT_FIELD, written, close),
                        () -> report.add(name, Reason.UNKNOWN_FIELD, written));
        return Optional.empty();
    }

    private static Node node(List<Token> names, FieldType type) {
        return new Node.Field(path(names), type instanceof ReferenceTo ? Scalar.REFERENCE : type);
    }

    private static FieldPath path(List<Token> names) {
        return new FieldPath(names.stream().map(Token::getText).toList());
    }

    /** Returns the number of letters to change, add or remove, ignoring case. */
    private static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

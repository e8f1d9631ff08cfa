package io.qudao.expression.internal;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Parser by ANTLR, checker, then both back ends. */
@Component
final class AntlrExpressions implements Expressions {
    @Override
    public Compilation compile(String text, Schema schema, ExpectedType expected) {
        Report report = new Report();
        Optional<Source> source = Source.read(text, report);
        Optional<Node> tree = source.flatMap(Source::parse)
                .flatMap(parsed -> new Checker(schema, report).check(parsed))
                .flatMap(node -> fit(node, expected, report));
        return source.isPresent() && tree.isPresent() && report.isEmpty()
                ? new Compilation.Compiled(compiled(source.get(), text, tree.get()))
                : new Compilation.Rejected(report.inOrder());
    }

    @Override
    public List<String> conditions(String text) {
        var report = new Report();
        return Source.read(text, report)
                .flatMap(Source::parse)
                .map(Source::conditions)
                .orElse(List.of(text));
    }

    private static Optional<Node> fit(Node node, ExpectedType expected, Report report) {
        if (expected.accepts(node.type())) {
            return Optional.of(node);
        }
        String types = expected.scalars().stream().sorted().map(Scalar::label).collect(Collectors.joining(", "));
        report.add(1, 1, Reason.WRONG_RESULT, types, node.type().label());
        return Optional.empty();
    }

    private static CompiledExpression compiled(Source source, String text, Node tree) {
        SortedMap<FieldPath, FieldType> fields = new TreeMap<>(Comparator.comparing(FieldPath::toString));
        collect(tree, fields);
        String meaning = fields.entrySet().stream()
                .map(field -> "\n" + field.getKey() + " " + field.getValue().label())
                .collect(Collectors.joining("", source.canonical(), "\n"));
        return new CompiledExpression(text, sha256(meaning), tree, Collections.unmodifiableSet(fields.keySet()));
    }

    private static void collect(Node node, Map<FieldPath, FieldType> fields) {
        if (node instanceof Node.Field(var path, var type)) {
            fields.put(path, type);
        }
        for (Node child : node.children()) {
            collect(child, fields);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}

package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.internal.ExpressionParser.ExpressionContext;
import io.qudao.expression.internal.ExpressionParser.GroupContext;
import io.qudao.expression.internal.ExpressionParser.LogicContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** Parses a source within the limits. */
final class Source {
    private final CommonTokenStream tokens;
    private final Report report;

    private Source(CommonTokenStream tokens, Report report) {
        this.tokens = tokens;
        this.report = report;
    }

    /** Returns the tokens of a text that is not too long; empty if the report names an error. */
    static Optional<Source> read(String text, Report report) {
        if (text.length() > Limits.CHARACTERS) {
            report.add(1, 1, Reason.TOO_LONG, Limits.CHARACTERS);
            return Optional.empty();
        }
        ExpressionLexer lexer = new ExpressionLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Source source = new Source(tokens, report);
        source.limitTokens();
        return report.isEmpty() ? Optional.of(source) : Optional.empty();
    }

    Optional<ExpressionContext> parse() {
        ExpressionParser parser = new ExpressionParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxListener(report));
        ExpressionContext tree = parser.source().expression();
        return report.isEmpty() ? Optional.of(tree) : Optional.empty();
    }

    /** Returns the source texts of the operands of the outermost {@code &&}. */
    static List<String> conditions(ExpressionContext tree) {
        return switch (tree) {
            case GroupContext group -> conditions(group.expression());
            case LogicContext logic
            when logic.operator.getType() == ExpressionLexer.AND ->
                logic.expression().stream()
                        .flatMap(side -> conditions(side).stream())
                        .toList();
            default ->
                List.of(tree.getStart()
                        .getInputStream()
                        .getText(Interval.of(
                                tree.getStart().getStartIndex(), tree.getStop().getStopIndex())));
        };
    }

    /** Returns the text with other texts in place of some tokens, which are in their order. */
    String replace(SequencedMap<Token, String> texts) {
        var source = tokens.getTokenSource().getInputStream();
        var replaced = new StringBuilder();
        int next = 0;
        for (var text : texts.sequencedEntrySet()) {
            Token token = text.getKey();
            replaced.append(source.getText(Interval.of(next, token.getStartIndex() - 1)))
                    .append(text.getValue());
            next = token.getStopIndex() + 1;
        }
        return replaced.append(source.getText(Interval.of(next, source.size() - 1)))
                .toString();
    }

    /** Returns the text without white space and comments. */
    String canonical() {
        return tokens.getTokens().stream().map(Token::getText).collect(Collectors.joining(" "));
    }

    /** The parser recurses for every nested bracket, condition and sign, so the nesting is counted first. */
    private void limitTokens() {
        List<Token> all = tokens.getTokens();
        if (all.size() == 1) {
            report.add(all.getFirst(), Reason.EMPTY);
        }
        if (all.size() > Limits.TOKENS) {
            report.add(all.get(Limits.TOKENS), Reason.TOO_COMPLEX, Limits.TOKENS);
            return;
        }
        Deque<Integer> outer = new ArrayDeque<>();
        int depth = 0;
        int signs = 0;
        for (Token token : all) {
            String text = token.getText();
            signs = "!".equals(text) || "-".equals(text) ? signs + 1 : 0;
            switch (text) {
                case "(", "[" -> {
                    outer.push(depth);
                    depth++;
                }
                case ")", "]" -> depth = outer.isEmpty() ? depth : outer.pop();
                case "?" -> depth++;
                default -> {}
            }
            if (depth + signs > Limits.NESTING) {
                report.add(token, Reason.TOO_DEEP, Limits.NESTING);
                return;
            }
        }
    }
}

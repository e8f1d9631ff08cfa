package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Turns the parser's messages into errors that say what is allowed at that position. */
final class SyntaxListener extends BaseErrorListener {
    /** Spellings known from SQL or other languages, with ours. */
    private static final Map<String, String> INSTEAD =
            Map.of("=", "==", "and", "&&", "or", "||", "not", "!", "&", "&&", "|", "||", "is", "==");

    private final Report report;

    SyntaxListener(Report report) {
        this.report = report;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object symbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        if (!(recognizer instanceof Parser parser) || !(symbol instanceof Token token)) {
            throw new IllegalStateException("The lexer accepts every character: " + message);
        }
        String found = token.getText();
        String instead = INSTEAD.get(found.toLowerCase(Locale.ROOT));
        IntervalSet expected = parser.getExpectedTokens();
        boolean valueExpected = expected.contains(ExpressionLexer.NAME);
        String closing = names(parser, expected);
        if (token.getType() == ExpressionLexer.OPEN) {
            report.add(token, Reason.OPEN_TEXT);
        } else if (instead != null) {
            report.add(token, Reason.WRITE_INSTEAD, found, instead);
        } else if (valueExpected && token.getType() == Token.EOF) {
            report.add(token, Reason.INCOMPLETE);
        } else if (valueExpected) {
            report.add(token, Reason.VALUE_EXPECTED, found);
        } else if (closing.isEmpty()) {
            report.add(token, Reason.UNEXPECTED, found);
        } else {
            report.add(token, Reason.CLOSING_EXPECTED, closing);
        }
    }

    private static String names(Parser parser, IntervalSet expected) {
        return expected.toList().stream()
                .filter(type -> type != Token.EOF)
                .map(type -> parser.getVocabulary().getDisplayName(type).replaceAll("^'|'$", ""))
                .collect(Collectors.joining(" "));
    }
}

package io.qudao.expression.internal;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Sources of well-typed expressions over the fixture's schema; the same seed and depth give the same source. */
final class GeneratedExpression {
    private static final List<String> TEXTS = List.of(
            "''",
            "'a'",
            "'A'",
            "'ab'",
            "'open'",
            "'O'",
            "'é'",
            "'ß'",
            "'\\u0130'",
            "'\\uFFFD'",
            "'😀'",
            "'%'",
            "'it\\'s'");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "3",
            "7",
            "0.5",
            "1.25",
            "-0.0001",
            "0.00005",
            "100.00",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999.9999",
            "12345678901234567890.12345678901234567890");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> EQUALITIES = List.of("==", "!=");

    private final Random random;

    GeneratedExpression(long seed) {
        random = new Random(seed);
    }

    String any(int depth) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> truth(depth);
            case 3, 4 -> number(depth);
            case 5 -> text(depth);
            case 6 -> money(depth);
            case 7 -> date(depth);
            case 8 -> instant(depth);
            default -> reference(depth);
        };
    }

    private String truth(int depth) {
        if (depth <= 0) {
            return pick("open", "true", "false");
        }
        int d = depth - 1;
        return switch (random.nextInt(14)) {
            case 0, 1 -> "(" + truth(d) + pick(" && ", " || ") + truth(d) + ")";
            case 2 -> "!" + "(" + truth(d) + ")";
            case 3, 4 -> relation(number(d), COMPARISONS, number(d));
            case 5 -> relation(text(d), COMPARISONS, text(d));
            case 6 -> relation(money(d), COMPARISONS, random.nextBoolean() ? money(d) : number(d));
            case 7 -> otherRelation(d);
            case 8 -> "(" + any(d) + one(EQUALITIES) + "null)";
            case 9 -> "isNull(" + any(d) + ")";
            case 10 -> in(d);
            case 11 -> pick("(" + text(d) + " in tags)", "(" + number(d) + " in sizes)");
            case 12 -> pick("contains", "startsWith", "endsWith") + "(" + text(d) + ", " + text(d) + ")";
            default -> conditional(d, this::truth);
        };
    }

    private String otherRelation(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> relation(truth(depth), EQUALITIES, truth(depth));
            case 1 -> relation(date(depth), COMPARISONS, date(depth));
            case 2 -> relation(instant(depth), COMPARISONS, instant(depth));
            default ->
                relation(
                        reference(depth),
                        EQUALITIES,
                        random.nextBoolean() ? reference(depth) : "'" + one(GeneratedRecords.IDS) + "'");
        };
    }

    private String in(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> in(number(depth), () -> random.nextInt(4) == 0 ? number(depth) : one(NUMBERS));
            case 1 -> in(money(depth), () -> pick(one(NUMBERS), money(0)));
            case 2 -> in(date(depth), () -> date(0));
            case 3 ->
                in(reference(depth), () -> random.nextBoolean() ? "owner" : "'" + one(GeneratedRecords.IDS) + "'");
            default -> in(text(depth), () -> random.nextInt(4) == 0 ? text(depth) : one(TEXTS));
        };
    }

    private String in(String left, Supplier<String> element) {
        int count = random.nextInt(4);
        StringBuilder list = new StringBuilder();
        for (int index = 0; index < count; index++) {
            list.append(index == 0 ? "" : ", ").append(element.get());
        }
        return "(" + left + " in [" + list + "])";
    }

    private String number(int depth) {
        if (depth <= 0) {
            return switch (random.nextInt(4)) {
                case 0 -> one(NUMBERS);
                case 1 -> pick("count", "small");
                case 2 -> pick("price", "rate", "buyer.credit");
                default -> pick("net.amount", "size(status)", "size(tags)");
            };
        }
        int d = depth - 1;
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> "(" + number(d) + pick(" + ", " - ", " * ", " / ", " % ") + number(d) + ")";
            case 4 -> pick("(-" + number(d) + ")", "round(" + number(d) + ", " + pick("0", "2", "7") + ")");
            case 5 -> pick("(" + date(d) + " - " + date(d) + ")", "size(" + text(d) + ")");
            case 6 -> pick("(" + money(d) + " / " + money(d) + ")", "(" + money(d) + ").amount");
            default -> conditional(d, this::number);
        };
    }

    private String money(int depth) {
        if (depth <= 0) {
            return pick("net", "fee", "money(12.5, 'CNY')", "money(0, 'USD')");
        }
        int d = depth - 1;
        return switch (random.nextInt(7)) {
            case 0, 1 -> "(" + money(d) + pick(" + ", " - ") + money(d) + ")";
            case 2 -> "(" + money(d) + pick(" * ", " / ") + number(d) + ")";
            case 3 -> "(" + number(d) + " * " + money(d) + ")";
            case 4 -> pick("(-" + money(d) + ")", "round(" + money(d) + ", " + pick("0", "1", "4") + ")");
            case 5 -> conditional(d, this::money);
            default -> money(0);
        };
    }

    private String text(int depth) {
        if (depth <= 0) {
            return random.nextInt(3) == 0 ? one(TEXTS) : pick("status", "code", "code", "buyer.level", "old.status");
        }
        int d = depth - 1;
        return switch (random.nextInt(5)) {
            case 0 -> "lower(" + text(d) + ")";
            case 1 -> "(" + text(d) + " + " + text(d) + ")";
            case 2 -> "(" + money(d) + ").currency";
            case 3 -> conditional(d, this::text);
            default -> text(0);
        };
    }

    private String date(int depth) {
        if (depth <= 0) {
            return pick(
                    "day", "due", "due", "today()", "date('2026-03-01')", "date('0001-01-01')", "date('9999-12-31')");
        }
        return switch (random.nextInt(3)) {
            case 0 -> "(" + date(depth - 1) + pick(" + ", " - ") + pick("1", "30", "400000") + ")";
            case 1 -> conditional(depth - 1, this::date);
            default -> date(0);
        };
    }

    private String instant(int depth) {
        if (depth <= 0) {
            return pick("at", "at", "now()", "timestamp('2026-03-01T12:00:00.5+08:00')");
        }
        return random.nextBoolean() ? conditional(depth - 1, this::instant) : instant(0);
    }

    private String reference(int depth) {
        if (depth <= 0) {
            return pick("owner", "buyer");
        }
        return random.nextBoolean() ? conditional(depth - 1, this::reference) : reference(0);
    }

    private String conditional(int depth, IntFunction<String> branch) {
        String yes = branch.apply(depth);
        String no = random.nextInt(6) == 0 ? "null" : branch.apply(depth);
        return "(" + truth(depth) + " ? " + yes + " : " + no + ")";
    }

    private String relation(String left, List<String> operators, String right) {
        return "(" + left + " " + one(operators) + " " + right + ")";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType.Attribute;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfValueSet;
import io.qudao.metadata.internal.document.Definition.OnDelete;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A field must have the attributes of its type, and they must be consistent. */
final class FieldFormCheck implements Check {
    private static final Map<String, Attribute> ATTRIBUTES =
            Arrays.stream(Attribute.values()).collect(Collectors.toMap(Attribute::code, Function.identity()));
    /** Number of digits that always fit in a bigint. */
    private static final int SLOT_DIGITS = 18;

    private static final int UNIQUE_LENGTH = 255;

    private static final List<Policy> POLICIES = List.of(
            Policy.of("target", "required", field -> field.type().has(Attribute.TARGET) && field.target() == null),
            Policy.of(
                    "onDelete",
                    "metadata.required_is_not_cleared",
                    field -> field.required() && field.onDelete() == OnDelete.CLEAR),
            Policy.of(
                    "options",
                    "metadata.options_or_value_set",
                    field -> field.type().has(Attribute.OPTIONS)
                            && field.options().isEmpty() == (field.valueSet() == null)),
            new Policy(
                    "scale",
                    "metadata.out_of_range",
                    field -> field.digitsBehindPoint() > field.precision(),
                    field -> List.of(0, field.precision())),
            new Policy(
                    "precision",
                    "metadata.too_many_digits",
                    field -> field.filterable() && field.column() == null && field.precision() > SLOT_DIGITS,
                    field -> List.of(SLOT_DIGITS)),
            new Policy(
                    "length",
                    "metadata.out_of_range",
                    field -> field.unique() && field.length() > UNIQUE_LENGTH,
                    field -> List.of(1, UNIQUE_LENGTH)));

    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent entry : proposed.next().of(ComponentKind.FIELD)) {
            checkAttributes(entry, violations);
            check(entry.key(), entry.as(OfField.class), violations);
        }
        for (MergedComponent entry : proposed.next().of(ComponentKind.VALUE_SET)) {
            checkOptions(entry.key(), entry.as(OfValueSet.class).options(), violations);
        }
    }

    private static void checkAttributes(MergedComponent entry, Violations violations) {
        var field = entry.as(OfField.class);
        var type = field.type();
        for (String attribute : entry.document().body().propertyNames()) {
            // The platform's own columns are kept unique by their own constraints.
            boolean own = field.column() == null || !attribute.equals("unique");
            var special = ATTRIBUTES.get(attribute);
            if (own && special != null && !type.has(special)) {
                violations.add(at(entry.key(), attribute), "metadata.not_for_type", attribute, type.code());
            }
        }
    }

    private static void check(ComponentKey key, OfField field, Violations violations) {
        POLICIES.stream()
                .filter(policy -> policy.isBroken.test(field))
                .forEach(policy -> violations.add(
                        at(key, policy.attribute),
                        policy.code,
                        policy.arguments.apply(field).toArray()));
        checkOptions(key, field.options(), violations);
    }

    private static void checkOptions(ComponentKey key, List<Option> options, Violations violations) {
        var seen = new HashSet<String>();
        for (int index = 0; index < options.size(); index++) {
            String value = options.get(index).value();
            if (!seen.add(value)) {
                violations.add(at(key, "options[" + index + "].value"), "metadata.duplicate", value);
            }
        }
    }

    /** What the attributes of a field must be together, and the code and the arguments of the violation. */
    private record Policy(
            String attribute, String code, Predicate<OfField> isBroken, Function<OfField, List<Integer>> arguments) {
        static Policy of(String attribute, String code, Predicate<OfField> isBroken) {
            return new Policy(attribute, code, isBroken, field -> List.of());
        }
    }
}

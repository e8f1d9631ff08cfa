package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows each violation at the input it refers to, and the others in a notice. */
public final class FieldErrors {
    private final Map<String, HasValidationProperties> inputs = new LinkedHashMap<>();

    /** Registers an input for a path of the document and all paths below it; editing it clears its errors. */
    public FieldErrors at(String path, HasValidationProperties input) {
        boolean known = inputs.containsValue(input);
        inputs.put(path, input);
        if (!known && input instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(change -> clear(input));
        }
        return this;
    }

    /**
     * Returns whether an input that counts as empty contains something, such as half a date. Saving it as empty would lose
     * the value that was there before.
     */
    public static boolean isUnreadable(Component input) {
        return input instanceof HasValue<?, ?> value
                && value.isEmpty()
                && input instanceof HasValidator<?> validated
                && isUnreadable(validated, value, input);
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean isUnreadable(HasValidator<T> validated, HasValue<?, ?> value, Component input) {
        return validated
                .getDefaultValidator()
                .apply((T) value.getValue(), new ValueContext(null, input))
                .isError();
    }

    /** Marks inputs that are unreadable; returns whether none is. */
    public static <C extends Component & HasValidationProperties> boolean areReadable(List<C> all) {
        var unreadable = all.stream().filter(FieldErrors::isUnreadable).toList();
        unreadable.forEach(input -> mark(input, Texts.of("violation.malformed")));
        return unreadable.isEmpty();
    }

    public void clear() {
        inputs.values().forEach(FieldErrors::clear);
    }

    private static void clear(HasValidationProperties input) {
        input.setInvalid(false);
        input.setErrorMessage("");
    }

    public void show(ProblemException problem) {
        clear();
        var others = show(problem.violations());
        if (!others.isEmpty() || problem.violations().isEmpty()) {
            Notices.refused(new ProblemException(
                    problem.problem(), others, problem, problem.arguments().toArray()));
        }
    }

    /** Returns the violations without an input. */
    public List<Violation> show(List<Violation> violations) {
        var others = new ArrayList<Violation>();
        for (var violation : violations) {
            inputs.keySet().stream()
                    .filter(path -> covers(path, violation.field()))
                    .max(Comparator.comparingInt(String::length))
                    .map(inputs::get)
                    .ifPresentOrElse(input -> mark(input, Notices.message(violation)), () -> others.add(violation));
        }
        inputs.values().stream()
                .filter(HasValidationProperties::isInvalid)
                .findFirst()
                .ifPresent(FieldErrors::focus);
        return others;
    }

    private static void focus(HasValidationProperties input) {
        if (input instanceof Focusable<?> first) {
            first.focus();
        }
    }

    private static boolean covers(String path, String field) {
        return field.equals(path) || field.startsWith(path + ".") || field.startsWith(path + "[");
    }

    private static void mark(HasValidationProperties input, String message) {
        boolean more = input.isInvalid() && input.getErrorMessage() != null;
        input.setErrorMessage(more ? input.getErrorMessage() + " " + message : message);
        input.setInvalid(true);
    }
}

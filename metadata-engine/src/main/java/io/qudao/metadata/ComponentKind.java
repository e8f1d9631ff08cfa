package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The kind of a component. The name of a part of an object starts with the object's name, as in {@code
 * order.external_no}.
 */
public enum ComponentKind {
    OBJECT(false),
    FIELD(true),
    VALUE_SET(false),
    LAYOUT(true),
    LIST_VIEW(true),
    VALIDATION_RULE(true),
    APPROVAL_PROCESS(true),
    PERMISSION_SET(false);

    private final boolean part;

    ComponentKind(boolean part) {
        this.part = part;
    }

    /** Returns whether it belongs to an object and is removed with it. */
    public boolean isPart() {
        return part;
    }

    /** Returns the name in files and URLs, such as {@code list_view}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static ComponentKind of(String code) {
        for (ComponentKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown kind of component: " + code);
    }
}

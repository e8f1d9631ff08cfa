package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a component is. The name of a part of an object starts with the object's, as in {@code order.external_no}. */
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

    /** Whether it belongs to an object, and goes with it. */
    public boolean isPart() {
        return part;
    }

    /** The name in files and addresses, such as {@code list_view}. */
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
        throw new IllegalArgumentException("No kind of component: " + code);
    }
}

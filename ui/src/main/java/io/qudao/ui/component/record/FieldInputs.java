package io.qudao.ui.component.record;

import io.qudao.metadata.Field;
import java.util.Optional;

/** Inputs that a feature has for standard fields of which the type does not say enough. */
public interface FieldInputs {
    /** The input for a field of an object; empty where the usual one of its type fits. */
    Optional<RecordInput> of(String object, Field field);
}

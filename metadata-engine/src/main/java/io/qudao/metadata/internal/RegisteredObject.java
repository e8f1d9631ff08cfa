package io.qudao.metadata.internal;

import org.jspecify.annotations.Nullable;

/**
 * An object that a tenant created or added a field to.
 *
 * @param cell table of its records; null for a standard object
 * @param nextField number of the id of its next field
 */
record RegisteredObject(
        int id, String name, boolean standard, @Nullable String cell, int nextField) {
    RegisteredObject named(String other) {
        return new RegisteredObject(id, other, standard, cell, nextField);
    }

    RegisteredObject withField() {
        return new RegisteredObject(id, name, standard, cell, nextField + 1);
    }
}

package io.qudao.catalog;

import org.jspecify.annotations.Nullable;

/** A category of the catalogue; categories form trees. */
public record Category(
        CategoryId id, String code, String name, @Nullable CategoryId parent, long version) {}

package io.qudao.tenancy;

/**
 * The tables of one module: a bean in each module that has some.
 *
 * @param schema PostgreSQL schema of the library, {@code engine} or {@code apps}
 * @param module folder below {@code db/migration}
 * @param order modules migrate in this order; a module comes after those it uses
 */
public record ModuleSchema(String schema, String module, int order) {}

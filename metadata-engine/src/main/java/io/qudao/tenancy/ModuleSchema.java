package io.qudao.tenancy;

/**
 * The tables of one module; a bean of each module that has tables.
 *
 * @param schema PostgreSQL schema of the tables, {@code engine} or {@code apps}
 * @param module folder below {@code db/migration}
 * @param order position in the order of migration; a module comes after those it uses
 */
public record ModuleSchema(String schema, String module, int order) {}

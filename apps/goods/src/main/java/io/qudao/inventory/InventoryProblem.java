package io.qudao.inventory;

import io.qudao.kernel.ProblemCode;

/** Why an inventory call is refused. */
public enum InventoryProblem implements ProblemCode {
    WAREHOUSE_CODE_TAKEN("inventory.warehouse_code_taken", Kind.CONFLICT),
    WAREHOUSE_UNKNOWN("inventory.warehouse_unknown", Kind.NOT_FOUND),
    /** An adjustment would bring stock below what is reserved, or below zero. */
    BELOW_RESERVED("inventory.below_reserved", Kind.RULE);

    private final String code;
    private final Kind kind;

    InventoryProblem(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.qudao.catalog;

import io.qudao.kernel.ProblemCode;

/** Why work on the catalogue is refused. */
public enum CatalogProblem implements ProblemCode {
    PRODUCT_INVALID("catalog.product_invalid", Kind.USER),
    CATEGORY_INVALID("catalog.category_invalid", Kind.USER),
    CODE_TAKEN("catalog.code_taken", Kind.CONFLICT),
    PICTURE_UNKNOWN("catalog.picture_unknown", Kind.USER),
    PICTURE_TOO_LARGE("catalog.picture_too_large", Kind.TOO_LARGE),
    PICTURE_TOO_MANY_PIXELS("catalog.picture_too_many_pixels", Kind.TOO_LARGE);

    private final String code;
    private final Kind kind;

    CatalogProblem(String code, Kind kind) {
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

package io.qudao.permission;

import io.qudao.kernel.ProblemCode;

/** Why work with members is refused. */
public enum PermissionProblem implements ProblemCode {
    UNKNOWN_TENANT("permission.unknown_tenant", Kind.NOT_FOUND),
    /** The token belongs to another tenant than the host. */
    OTHER_TENANT("permission.other_tenant", Kind.FORBIDDEN),
    NOT_A_MEMBER("permission.not_a_member", Kind.FORBIDDEN),
    NOT_YOUR_PARTNER("permission.not_your_partner", Kind.FORBIDDEN),
    /** Nobody can grant rights they do not have. */
    MORE_THAN_OWN("permission.more_than_own", Kind.FORBIDDEN),
    OWN_RIGHTS("permission.own_rights", Kind.FORBIDDEN),
    ALREADY_MEMBER("permission.already_member", Kind.CONFLICT),
    TENANT_EXISTS("permission.tenant_exists", Kind.CONFLICT),
    IDENTITY_DOWN("permission.identity_down", Kind.DEPENDENCY);

    private final String code;
    private final Kind kind;

    PermissionProblem(String code, Kind kind) {
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

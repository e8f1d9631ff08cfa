package io.qudao.record.internal.row;

import io.qudao.expression.SqlFragment;
import io.qudao.kernel.TenantId;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.ReleaseView;
import io.qudao.tenancy.Caller;

/**
 * An object as one caller may use it.
 *
 * @param visible the object without hidden fields
 * @param whole the object as its rules see it, with all fields
 * @param scope condition on the rows within the caller's reach
 */
public record CallerObject(
        Caller caller,
        ReleaseView release,
        ObjectRights rights,
        CallerView visible,
        CallerView whole,
        SqlFragment scope) {
    public ObjectType type() {
        return whole.type();
    }

    public String object() {
        return type().name();
    }

    public TenantId tenant() {
        return caller.tenant().id();
    }

    /** Returns whether the caller may write the field, provided its module or the object allows it. */
    boolean isWritable(Field field) {
        return field.editable()
                && !rights.readOnly().contains(field.name())
                && (rights.assign() || !Owners.isOwner(whole, field));
    }

    /** Returns whether the caller may set it on a new record. */
    public boolean isGiven(Field field) {
        return isWritable(field) && type().isGiven(field);
    }

    /** Returns whether the caller may change it. */
    public boolean isChanged(Field field) {
        return isWritable(field) && type().isChanged(field);
    }

    /** Returns whether every row of the tenant is in reach. */
    public boolean seesAllRows() {
        return scope.sql().equals("true");
    }

    /** Returns {@code from .. where ..} of the live records in reach, or of those in the recycle bin. */
    public SqlBuilder from(boolean deleted) {
        return from(deleted, SqlBuilder.of(""));
    }

    /** @param joins what stands beside the rows */
    public SqlBuilder from(boolean deleted, SqlBuilder joins) {
        return whole.from(tenant(), deleted, joins).add(" and (").add(scope).add(")");
    }
}

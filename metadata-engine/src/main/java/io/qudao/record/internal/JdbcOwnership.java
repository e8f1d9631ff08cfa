package io.qudao.record.internal;

import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Storage;
import io.qudao.record.RecordOwnership;
import io.qudao.record.internal.row.Owners;
import io.qudao.record.internal.row.SqlBuilder;
import io.qudao.record.internal.row.Statements;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Rewrites the owners' paths object by object, using their index. */
@Component
class JdbcOwnership implements RecordOwnership {
    private final Metadata metadata;
    private final Statements statements;

    JdbcOwnership(Metadata metadata, Statements statements) {
        this.metadata = metadata;
        this.statements = statements;
    }

    @Override
    public void moved(String oldPath, String newPath) {
        for (ObjectType type : metadata.current().objects()) {
            if (type.storage() instanceof Storage.Cell cell) {
                move(cell, type.id(), oldPath, newPath);
            }
        }
    }

    private void move(Storage.Cell cell, int object, String oldPath, String newPath) {
        var sql = SqlBuilder.of("update " + cell.table() + " r set owner_path = ? || substr(r.owner_path, ?)")
                .add("", newPath, oldPath.length() + 1)
                .add(
                        " where r.tenant_id = ? and r.object_id = ?",
                        TenantScope.tenant().value(),
                        object)
                .add(" and r.owner_path >= ? and r.owner_path < ?", oldPath, Owners.end(oldPath));
        try {
            statements.update(sql);
        } catch (SQLException failed) {
            throw statements.translate(failed);
        }
    }
}

package io.qudao.record.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.record.PartnerTree;
import io.qudao.tenancy.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whose a record in a cell is: a member's, and by that of the partner the member acts for. */
@Component
class Owners {
    private static final char END = '/';

    private final PartnerTree tree;

    Owners(ObjectProvider<PartnerTree> tree) {
        this.tree = tree.getIfAvailable(() -> partner -> partner.toString() + END);
    }

    /** @param path of the partner in the tree */
    record Owner(
            @Nullable UUID member,
            @Nullable UUID partner,
            @Nullable String path) {}

    /** The owner of what the caller makes; the platform owns nothing. */
    Owner of(Caller caller) {
        var partner = caller.partner();
        return new Owner(
                caller.isPlatform() ? null : caller.member(), partner, partner == null ? null : tree.path(partner));
    }

    /** The condition of these rows; none for all. Each includes the caller's own. */
    Optional<SqlFragment> scope(Rows rows, Caller caller) {
        if (rows == Rows.ALL) {
            return Optional.empty();
        }
        return Optional.of(
                switch (caller.partner()) {
                    case UUID partner
                    when rows == Rows.PARTNER ->
                        new SqlFragment(
                                "r.owner_path = ? or r.owner_id = ?", List.of(tree.path(partner), caller.member()));
                    case UUID partner when rows == Rows.SUBTREE -> subtree(tree.path(partner), caller.member());
                    case null, default -> new SqlFragment("r.owner_id = ?", List.of(caller.member()));
                });
    }

    /** Before what begins with the path comes the path, after it the path with the next last character. */
    static String end(String path) {
        return path.substring(0, path.length() - 1) + (char) (END + 1);
    }

    private static SqlFragment subtree(String path, UUID member) {
        return new SqlFragment(
                "(r.owner_path >= ? and r.owner_path < ?) or r.owner_id = ?", List.of(path, end(path), member));
    }
}

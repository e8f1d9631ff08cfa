package io.qudao.approval;

import io.qudao.kernel.Value;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that may need approval.
 *
 * @param object API name, such as {@code order}
 * @param title shown to approvers in the inbox, such as an order's number
 * @param facts the record's fields and its {@code version}, against which the entry criteria of the object's processes
 *     are checked; a process whose criteria use any other field applies
 * @param partner partner whose members decide, such as an order's seller; null for members of any partner
 */
public record ApprovalRequest(
        String object,
        UUID record,
        String title,
        Value.Fields facts,
        @Nullable UUID partner) {}

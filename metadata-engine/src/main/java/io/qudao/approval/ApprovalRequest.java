package io.qudao.approval;

import io.qudao.kernel.Value;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that may need someone's yes.
 *
 * @param object API name, such as {@code order}
 * @param title what an approver reads in the inbox, such as an order's number
 * @param facts the record's fields and its {@code version}, for the entry criteria of the object's processes; one that
 *     asks for something else applies
 * @param partner whose members decide, such as an order's seller; null for members of any partner
 */
public record ApprovalRequest(
        String object,
        UUID record,
        String title,
        Value.Fields facts,
        @Nullable UUID partner) {}

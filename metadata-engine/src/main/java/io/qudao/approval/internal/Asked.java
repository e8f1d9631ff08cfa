package io.qudao.approval.internal;

import io.qudao.metadata.ApprovalProcess;
import java.util.UUID;

/**
 * A record to be approved by a process.
 *
 * @param title the current name of the record
 */
record Asked(UUID record, String title, ApprovalProcess process) {}

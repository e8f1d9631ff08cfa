package io.qudao.approval.internal;

import io.qudao.metadata.ApprovalProcess;
import java.util.UUID;

/**
 * A record that a process shall approve.
 *
 * @param title what the record is called now
 */
record Asked(UUID record, String title, ApprovalProcess process) {}

package io.qudao.approval;

import java.util.UUID;

/**
 * A decision was requested from the inbox. If a module locks its records before their approvals, its listener locks the
 * record now, in the same transaction; the approval is locked afterwards.
 */
public record DecisionRequested(String object, UUID record) {}

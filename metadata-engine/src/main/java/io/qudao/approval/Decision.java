package io.qudao.approval;

/** What an approver may decide. */
public enum Decision {
    APPROVE,
    REJECT
}

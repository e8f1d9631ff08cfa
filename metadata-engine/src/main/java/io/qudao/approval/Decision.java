package io.qudao.approval;

/** What an approver may say. */
public enum Decision {
    APPROVE,
    REJECT
}

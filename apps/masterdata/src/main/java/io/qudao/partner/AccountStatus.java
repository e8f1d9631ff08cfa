package io.qudao.partner;

/** Whether a trading account takes new orders; a suspended one finishes the open ones. */
public enum AccountStatus {
    ACTIVE,
    SUSPENDED
}

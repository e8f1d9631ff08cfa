package io.qudao.partner;

/** Whether a trading account accepts new orders. Open orders of a suspended account are still completed. */
public enum AccountStatus {
    ACTIVE,
    SUSPENDED
}

package io.qudao.partner;

/** Whether a partner takes part in new business. */
public enum PartnerStatus {
    ACTIVE,
    INACTIVE
}

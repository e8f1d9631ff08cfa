package io.qudao.partner;

/**
 * Whether a partner takes part in new business. An inactive one cannot start new purchases or sales and gets no new
 * accounts or child partners; open business is completed.
 */
public enum PartnerStatus {
    ACTIVE,
    INACTIVE
}

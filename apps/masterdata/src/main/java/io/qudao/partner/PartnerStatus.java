package io.qudao.partner;

/**
 * Whether a partner takes part in new business: an inactive one neither buys nor sells anew, and gets no accounts and no
 * partners below it. What is open is finished.
 */
public enum PartnerStatus {
    ACTIVE,
    INACTIVE
}

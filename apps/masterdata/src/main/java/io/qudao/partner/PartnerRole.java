package io.qudao.partner;

/** What a partner is in the channel; each tenant may rename the labels. */
public enum PartnerRole {
    /** The brand owner: the one root of the tree. */
    HEAD_OFFICE,
    DISTRIBUTOR,
    SUB_DISTRIBUTOR,
    DEALER,
    /** A shop or its operator 门店/终端: the last tier. */
    OUTLET,
    /** Supplies the head office; stands outside of the tree and trades by an explicit account only. */
    VENDOR;

    /** Whether partners of this role hang below another in the tree. */
    public boolean hasParent() {
        return this != HEAD_OFFICE && this != VENDOR;
    }
}

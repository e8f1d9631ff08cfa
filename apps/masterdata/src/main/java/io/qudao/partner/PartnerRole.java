package io.qudao.partner;

/** What a partner is in the channel; each tenant may rename the labels. */
public enum PartnerRole {
    /** The brand owner, which is the only root of the tree. */
    HEAD_OFFICE,
    DISTRIBUTOR,
    SUB_DISTRIBUTOR,
    DEALER,
    /** A shop or its operator 门店/终端: the last tier. */
    OUTLET,
    /** Supplies the head office; is not part of the tree and trades only through an explicit account. */
    VENDOR;

    /** Returns whether partners of this role have a parent in the tree. */
    public boolean hasParent() {
        return this != HEAD_OFFICE && this != VENDOR;
    }
}

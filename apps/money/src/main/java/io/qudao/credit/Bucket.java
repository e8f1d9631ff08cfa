package io.qudao.credit;

/** The stage of an owed amount (C1). */
public enum Bucket {
    SUBMITTED,
    APPROVED,
    SHIPPED,
    INVOICED,
    RECEIPT,
    WALLET
}

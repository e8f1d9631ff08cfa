package io.qudao.credit;

/** Where in its life an owed amount stands (C1). */
public enum Bucket {
    SUBMITTED,
    APPROVED,
    SHIPPED,
    INVOICED,
    RECEIPT,
    WALLET
}

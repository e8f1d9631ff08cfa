package io.qudao.ordering;

/** What somebody may do with an order now; which of them, ordering decides for pages and API alike. */
public enum OrderAction {
    /** Submit a draft. */
    SUBMIT,
    APPROVE,
    REJECT,
    /** Ship all or a part. */
    SHIP,
    /** Try again after credit held it. */
    RETRY,
    CANCEL,
    /** Close short what will not be shipped any more. */
    CLOSE,
    /** Put the same goods into the cart. */
    REORDER
}

package io.qudao.ordering;

/** What a user may do with an order now. Ordering decides this for pages and API alike. */
public enum OrderAction {
    /** Submit a draft. */
    SUBMIT,
    APPROVE,
    REJECT,
    /** Ship all or part of it. */
    SHIP,
    /** Retry after a credit hold. */
    RETRY,
    CANCEL,
    /** Close short: give up what is not shipped yet. */
    CLOSE,
    /** Put the same goods into the cart. */
    REORDER
}

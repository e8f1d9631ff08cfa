package io.qudao.ui.credit;

/** URLs of credit pages. */
public final class CreditNavigation {
    /** The customers of the caller's partner. */
    public static final String CUSTOMERS = "customers";

    private CreditNavigation() {}
}

package io.qudao.ui.credit;

/** Addresses of credit. */
public final class CreditNavigation {
    /** Those the caller's partner sells to. */
    public static final String CUSTOMERS = "customers";

    private CreditNavigation() {}
}

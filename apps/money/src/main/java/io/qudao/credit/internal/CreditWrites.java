package io.qudao.credit.internal;

/** The statements that change exposure: the counter's row lock is the account's lock (C3). */
final class CreditWrites {
    /** Takes if the limit allows it; no row where it does not, or where the account has no counter yet. */
    static final String TAKE = """
            with taken as (
                update apps.credit_account set exposure = exposure + :amount
                where tenant_id = :tenant and account_id = :account
                  and (credit_limit is null or exposure + :amount <= credit_limit)
                returning exposure, credit_limit, currency),
            written as (
                insert into apps.credit_entry (tenant_id, id, account_id, document_id, bucket, amount, at, actor_id)
                select :tenant, :entry, :account, :document, :bucket, :amount, :at, :actor from taken)
            select exposure, credit_limit, currency from taken
            """;

    /**
     * The figures of a refusal, which stay until the transaction ends. A statement of its own: one that locks a row and
     * changes it too starts from the version before the wait, and two of them can lock each other out.
     */
    static final String LOCK = """
            select exposure, credit_limit, currency from apps.credit_account
            where tenant_id = :tenant and account_id = :account for no key update
            """;

    /** Out of one bucket, into another: exposure is unchanged (C2), so no lock is needed. */
    static final String MOVE = """
            insert into apps.credit_entry (tenant_id, id, account_id, document_id, bucket, amount, at, actor_id) values
                (:tenant, :entry, :account, :document, :from, -:amount::numeric, :at, :actor),
                (:tenant, :second, :account, :document, :to, :amount, :at, :actor)
            """;

    static final String RELEASE = """
            with written as (
                insert into apps.credit_entry (tenant_id, id, account_id, document_id, bucket, amount, at, actor_id)
                values (:tenant, :entry, :account, :document, :bucket, -:amount::numeric, :at, :actor))
            update apps.credit_account set exposure = exposure - :amount
            where tenant_id = :tenant and account_id = :account
            """;

    private CreditWrites() {}
}

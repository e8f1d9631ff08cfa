package io.qudao.credit.internal;

/** The statements that change exposure. The row lock on the counter is the account's lock (C3). */
final class CreditWrites {
    /**
     * Adds to the exposure if the limit allows it; returns no row if it does not, or if the account has no counter yet.
     */
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
     * Reads and locks the figures of a refusal, so that they stay until the transaction ends. A separate statement,
     * because one that both locks and changes a row starts from the version before the wait, and two of them can
     * deadlock.
     */
    static final String LOCK = """
            select exposure, credit_limit, currency from apps.credit_account
            where tenant_id = :tenant and account_id = :account for no key update
            """;

    /** Moves an amount between buckets; exposure is unchanged (C2), so no lock is needed. */
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

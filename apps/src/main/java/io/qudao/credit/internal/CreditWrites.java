package io.qudao.credit.internal;

/** The statements that change exposure: the counter's row lock is the account's lock (C3). */
final class CreditWrites {
    /**
     * Checks and takes in one statement. The row is locked first, so that a refusal shows the figures it was decided on;
     * no row: the account has no counter yet.
     */
    static final String TAKE = """
            with locked as materialized (
                select exposure, credit_limit, currency from apps.credit_account
                where tenant_id = :tenant and account_id = :account for no key update),
            taken as (
                update apps.credit_account a set exposure = a.exposure + :amount
                from locked
                where a.tenant_id = :tenant and a.account_id = :account
                  and (a.credit_limit is null or a.exposure + :amount <= a.credit_limit)
                returning a.exposure),
            written as (
                insert into apps.credit_entry (tenant_id, id, account_id, document_id, bucket, amount, at, actor_id)
                select :tenant, :entry, :account, :document, :bucket, :amount, :at, :actor from taken)
            select coalesce((select exposure from taken), locked.exposure) as exposure, locked.credit_limit,
                   locked.currency, exists (select from taken) as taken
            from locked
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

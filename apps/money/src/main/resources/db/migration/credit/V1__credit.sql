-- Credit of one trading account: a guarded counter over an append-only ledger (C1, C3).
create table apps.credit_account (
    tenant_id    int     not null,
    account_id   uuid    not null,
    currency     text    not null,
    credit_limit numeric(18, 4),
    exposure     numeric(18, 4) not null default 0,
    constraint credit_account_key primary key (tenant_id, account_id),
    constraint credit_limit_not_negative check (credit_limit >= 0)
) with (fillfactor = 50);
select engine.guard_tenant('apps.credit_account');

create table apps.credit_entry (
    tenant_id   int            not null,
    id          uuid           not null,
    account_id  uuid           not null,
    document_id uuid           not null,
    bucket      text           not null,
    amount      numeric(18, 4) not null,
    at          timestamptz    not null,
    actor_id    uuid           not null,
    constraint credit_entry_key primary key (tenant_id, id),
    constraint credit_entry_of_account foreign key (tenant_id, account_id) references apps.credit_account (tenant_id, account_id)
);
create index credit_entry_by_account on apps.credit_entry (tenant_id, account_id, id);
create index credit_entry_by_document on apps.credit_entry (tenant_id, document_id);
select engine.guard_tenant('apps.credit_entry');

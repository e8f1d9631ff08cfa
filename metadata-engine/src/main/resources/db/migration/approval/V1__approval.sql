-- Who asked for a yes, and who gave it: a row for each run of a process, under the release it started with.
create table engine.approval (
    tenant_id             int         not null,
    id                    uuid        not null,
    object                text        not null,
    record_id             uuid        not null,
    title                 text        not null,
    process               text        not null,
    release               int         not null,
    approver_permission   text        not null,
    requester_may_approve boolean     not null,
    state                 text        not null,
    partner_id            uuid,
    requester_id          uuid        not null,
    requester_name        text        not null,
    requested_at          timestamptz not null,
    decider_id            uuid,
    decider_name          text,
    decided_at            timestamptz,
    reason                text,
    constraint approval_key primary key (tenant_id, id),
    constraint approval_state check (state in ('PENDING', 'APPROVED', 'REJECTED', 'VOID')),
    constraint approval_decided check (state = 'PENDING' or (decider_id is not null and decided_at is not null))
);
create unique index approval_waits_once on engine.approval (tenant_id, object, record_id) where state = 'PENDING';
create index approval_by_record on engine.approval (tenant_id, object, record_id, id);
create index approval_inbox on engine.approval (tenant_id, partner_id, id) where state = 'PENDING';
select engine.guard_tenant('engine.approval');

-- One run of a process; what it needs of the process is copied, so it finishes under the release it started with.
create table engine.approval (
    tenant_id             int not null,
    approval_id           uuid not null,
    object                text not null,
    record_id             uuid not null,
    title                 text not null,
    process               text not null,
    release               int not null,
    approver_permission   text not null,
    requester_may_approve boolean not null,
    state                 text not null,
    requester             uuid not null,
    requester_name        text not null,
    partner_id            uuid,
    requested_at          timestamptz not null,
    constraint approval_key primary key (tenant_id, approval_id),
    constraint approval_state check (state in ('PENDING', 'APPROVED', 'REJECTED', 'VOID'))
);
create unique index approval_pending_once on engine.approval (tenant_id, object, record_id) where state = 'PENDING';
create index approval_by_record on engine.approval (tenant_id, object, record_id, requested_at);
create index approval_inbox on engine.approval (tenant_id, partner_id, requested_at) where state = 'PENDING';
select engine.guard_tenant('engine.approval');

create table engine.approval_decision (
    tenant_id   int not null,
    decision_id uuid not null,
    approval_id uuid not null,
    state       text not null,
    member_id   uuid not null,
    member_name text not null,
    reason      text,
    decided_at  timestamptz not null,
    constraint approval_decision_key primary key (tenant_id, decision_id),
    constraint approval_decision_of foreign key (tenant_id, approval_id) references engine.approval
);
create index approval_decision_by_approval on engine.approval_decision (tenant_id, approval_id);
select engine.guard_tenant('engine.approval_decision');

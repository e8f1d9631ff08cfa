-- How far the filling or scrubbing of a slot has come; whoever holds the row's lock is at it.
create table engine.rec_slot_progress (
    tenant_id int not null,
    object    text collate "C" not null,
    slot      text collate "C" not null,
    since     timestamptz not null,
    last_id   uuid,
    changed   bigint not null default 0,
    stuck     bigint not null default 0,
    due_at    timestamptz not null,
    constraint rec_slot_progress_pk primary key (tenant_id, object, slot)
);
select engine.guard_tenant('engine.rec_slot_progress');
comment on column engine.rec_slot_progress.changed is 'Rows of this pass that were not as they should be; a pass without any proves the slot.';
comment on column engine.rec_slot_progress.stuck is 'Rows of this pass whose unique value another record has.';

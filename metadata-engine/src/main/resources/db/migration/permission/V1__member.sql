create table engine.member (
    tenant_id  int not null,
    member_id  uuid not null,
    subject    text not null,
    kind       text not null,
    name       text not null,
    email      text,
    active     boolean not null default true,
    locale     text,
    version    bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint member_key primary key (tenant_id, member_id),
    constraint member_subject_once unique (tenant_id, subject),
    constraint member_kind_known check (kind in ('PERSON', 'CLIENT'))
);
select engine.guard_tenant('engine.member');

create table engine.member_partner (
    tenant_id  int not null,
    member_id  uuid not null,
    partner_id uuid not null,
    position   int not null,
    constraint member_partner_key primary key (tenant_id, member_id, partner_id),
    constraint member_partner_member foreign key (tenant_id, member_id) references engine.member
);
create index member_partner_by_partner on engine.member_partner (tenant_id, partner_id);
select engine.guard_tenant('engine.member_partner');

create table engine.member_permission_set (
    tenant_id      int not null,
    member_id      uuid not null,
    permission_set text not null,
    constraint member_permission_set_key primary key (tenant_id, member_id, permission_set),
    constraint member_permission_set_member foreign key (tenant_id, member_id) references engine.member
);
select engine.guard_tenant('engine.member_permission_set');

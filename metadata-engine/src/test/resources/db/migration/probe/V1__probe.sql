create table engine.probe (
    tenant_id int not null,
    code      text not null,
    quantity  bigint not null,
    times     int not null,
    constraint probe_key primary key (tenant_id, code)
);
select engine.guard_tenant('engine.probe');

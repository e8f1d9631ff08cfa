-- How a text file was read; null of a workbook.
alter table engine.import_job add column encoding text;

-- How far the storing of a whole file has come. A row of its own, written past the transaction that stores: until that
-- commits, nothing of it can be seen, and whoever waits wants to see that it goes on.
create table engine.import_progress (
    tenant_id int not null,
    import_id uuid not null,
    stored    bigint not null,
    constraint import_progress_key primary key (tenant_id, import_id)
);
select engine.guard_tenant('engine.import_progress');

-- What rows of an open import are known by, as a digest, and the first row of the file that named it. Without a foreign
-- key, which would look for the job once more with every row; it goes when the import ends.
create table engine.import_key (
    tenant_id  int not null,
    import_id  uuid not null,
    digest     uuid not null,
    row_number bigint not null,
    constraint import_key_key primary key (tenant_id, import_id, digest)
);
select engine.guard_tenant('engine.import_key');

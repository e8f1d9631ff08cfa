-- One row a record; its fragments as weight and text, to write only what changed.
create table engine.search_document (
    tenant_id int not null,
    object    text collate "C" not null,
    record_id uuid not null,
    title     text not null,
    payload   text not null,
    fragments text[] not null,
    constraint search_document_key primary key (tenant_id, object, record_id)
);
select engine.guard_tenant('engine.search_document');

-- Where each fragment occurs. Comparisons of text in "C" are leakproof, so the row policy leaves the index in use.
create table engine.search_posting (
    tenant_id int not null,
    fragment  text collate "C" not null,
    object    text collate "C" not null,
    record_id uuid not null,
    weight    smallint not null,
    constraint search_posting_key primary key (tenant_id, fragment, object, record_id) include (weight)
);
select engine.guard_tenant('engine.search_posting');

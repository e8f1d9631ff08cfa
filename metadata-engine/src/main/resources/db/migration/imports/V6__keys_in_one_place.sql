-- Keys of all commands are kept in one place. The build before this one still writes its own here while both run; column and
-- trigger go with a later version. Its keys have no fingerprint and are trusted.
create function engine.copy_import_key() returns trigger language plpgsql set search_path = '' as $$
begin
    insert into engine.request_key (tenant_id, member_id, command, key, made, version)
    values (new.tenant_id, new.member_id, 'import', new.idempotency_key, array[new.import_id], 0)
    on conflict do nothing;
    return null;
end
$$;
create trigger import_job_key_copy after insert on engine.import_job
    for each row when (new.idempotency_key is not null) execute function engine.copy_import_key();

-- Row security is for the application's role; the owner who migrates sees the rows of all tenants here.
alter table engine.import_job no force row level security;
alter table engine.request_key no force row level security;
insert into engine.request_key (tenant_id, member_id, command, key, made, version)
select tenant_id, member_id, 'import', idempotency_key, array[import_id], 0
from engine.import_job where idempotency_key is not null;
alter table engine.request_key force row level security;
alter table engine.import_job force row level security;

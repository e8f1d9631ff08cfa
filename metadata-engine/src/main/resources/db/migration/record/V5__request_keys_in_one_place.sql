-- Keys of all commands are kept in one place. The build before this one still writes its own here while both run; table and
-- trigger go with a later version.
create function engine.copy_record_key() returns trigger language plpgsql set search_path = '' as $$
begin
    insert into engine.request_key (tenant_id, member_id, command, key, fingerprint, made, version)
    values (new.tenant_id, new.member_id, 'record', new.key, new.fingerprint, new.record_ids, new.version)
    on conflict (tenant_id, member_id, command, key) do update set made = excluded.made, version = excluded.version;
    return null;
end
$$;
create trigger record_key_copy after insert or update on engine.record_key
    for each row execute function engine.copy_record_key();

-- Row security is for the application's role; the owner who migrates sees the rows of all tenants here.
alter table engine.record_key no force row level security;
alter table engine.request_key no force row level security;
insert into engine.request_key (tenant_id, member_id, command, key, fingerprint, made, version)
select tenant_id, member_id, 'record', key, fingerprint, record_ids, version from engine.record_key;
alter table engine.request_key force row level security;
alter table engine.record_key force row level security;

-- Keys of all commands are kept in one place. The build before this one still writes its own here while both run; table and
-- trigger go with a later version.
create function apps.copy_order_key() returns trigger language plpgsql set search_path = '' as $$
begin
    insert into engine.request_key (tenant_id, member_id, command, key, fingerprint, made, version)
    values (new.tenant_id, new.member_id, 'order', new.key, new.fingerprint, array[new.order_id], 0)
    on conflict do nothing;
    return null;
end
$$;
create trigger order_key_copy after insert on apps.order_key
    for each row execute function apps.copy_order_key();

-- Row security is for the application's role; the owner who migrates sees the rows of all tenants here.
alter table apps.order_key no force row level security;
alter table engine.request_key no force row level security;
insert into engine.request_key (tenant_id, member_id, command, key, fingerprint, made, version)
select tenant_id, member_id, 'order', key, fingerprint, array[order_id], 0 from apps.order_key;
alter table engine.request_key force row level security;
alter table apps.order_key force row level security;

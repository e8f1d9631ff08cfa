-- Keys of all commands are kept in one place. The build before this one still writes its own here while both run; columns
-- and trigger go with a later version.
create function apps.copy_shipment_key() returns trigger language plpgsql set search_path = '' as $$
begin
    insert into engine.request_key (tenant_id, member_id, command, key, fingerprint, made, version)
    values (new.tenant_id, new.shipped_by, 'shipment of ' || new.order_id, new.key, new.fingerprint, array[new.id], 0)
    on conflict do nothing;
    return null;
end
$$;
create trigger shipment_key_copy after insert on apps.shipment
    for each row when (new.key is not null) execute function apps.copy_shipment_key();

-- Row security is for the application's role; the owner who migrates sees the rows of all tenants here.
alter table apps.shipment no force row level security;
alter table engine.request_key no force row level security;
insert into engine.request_key (tenant_id, member_id, command, key, fingerprint, made, version)
select tenant_id, shipped_by, 'shipment of ' || order_id, key, fingerprint, array[id], 0
from apps.shipment where key is not null;
alter table engine.request_key force row level security;
alter table apps.shipment force row level security;

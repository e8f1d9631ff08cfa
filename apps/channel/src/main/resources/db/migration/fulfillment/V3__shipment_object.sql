-- Shipments are an object: with a version and tenants' own fields.
alter table apps.shipment add column version int not null default 1;
select apps.add_slots('apps.shipment');

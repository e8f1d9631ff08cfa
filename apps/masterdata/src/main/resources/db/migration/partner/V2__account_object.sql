-- Trading accounts are an object: with tenants' own fields.
select apps.add_slots('apps.trading_account');

-- Categories become an object too: tenants may add their own fields, and products look them up.
select apps.add_slots('apps.category');

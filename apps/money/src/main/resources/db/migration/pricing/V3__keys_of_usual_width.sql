-- Keys of price lists take the form of codes (NFKC), as price groups and regions do, which they are found by.
alter table apps.price_list no force row level security;
update apps.price_list set scope_key = normalize(scope_key, nfkc)
where scope_key is not nfkc normalized;
alter table apps.price_list force row level security;

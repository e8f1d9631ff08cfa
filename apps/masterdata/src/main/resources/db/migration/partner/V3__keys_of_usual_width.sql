-- Price groups and regions take the form of codes (NFKC), as the keys of price lists do, by which they are found.
alter table apps.trading_account no force row level security;
update apps.trading_account set price_group = normalize(price_group, nfkc)
where price_group is not nfkc normalized;
update apps.trading_account a
set regions = (select array_agg(normalize(r.region, nfkc) order by r.place)
               from unnest(a.regions) with ordinality r (region, place))
where exists (select from unnest(a.regions) r (region) where r.region is not nfkc normalized);
alter table apps.trading_account force row level security;

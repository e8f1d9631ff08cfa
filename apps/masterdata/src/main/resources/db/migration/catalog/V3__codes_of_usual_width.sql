-- Codes are kept in one form (NFKC), by which goods are found and a changed product recognises its SKUs. Those of before
-- take that form too, unless another SKU has it already.
alter table apps.sku no force row level security;
update apps.sku s set code = normalize(s.code, nfkc)
where s.code is not nfkc normalized
  and normalize(s.code, nfkc) !~ '\s'
  and not exists (select from apps.sku o
                  where o.tenant_id = s.tenant_id and o.id <> s.id and normalize(o.code, nfkc) = normalize(s.code, nfkc));
alter table apps.sku force row level security;

-- Whose days a tenant's dates are.
alter table engine.tenant add column zone text not null default 'Asia/Shanghai';

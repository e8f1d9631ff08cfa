-- Records of custom objects: plain tables made here, never at run time. Which cell a tenant's records are in, and which
-- slot column a field has, is metadata.
--
-- n, d, r, t and c are derived from data and serve to find and sort; data is the truth. n1 to n5 are indexed, n6 to n8 for
-- sums only. t is case-folded and cut, c is the key of a list view, u the normal form of a unique value.
do $cells$
declare
    cell text;
    slot text;
begin
    for cell in
        select 'rec_' || lpad(number::text, 2, '0') from generate_series(0, 63) as number
        union all
        select 'rec_x' || lpad(number::text, 2, '0') from generate_series(0, 15) as number
    loop
        execute format($ddl$
            create table engine.%1$s (
                tenant_id        int not null,
                object_id        int not null,
                id               uuid not null,
                version          int not null default 1,
                name             text collate "C",
                record_type      text collate "C",
                owner_id         uuid,
                owner_partner_id uuid,
                owner_path       text collate "C",
                created_at       timestamptz not null,
                created_by       uuid not null,
                updated_at       timestamptz not null,
                updated_by       uuid not null,
                deleted_at       timestamptz,
                deleted_by       uuid,
                n1 bigint, n2 bigint, n3 bigint, n4 bigint, n5 bigint, n6 bigint, n7 bigint, n8 bigint,
                d1 timestamptz, d2 timestamptz, d3 timestamptz,
                r1 uuid, r2 uuid, r3 uuid, r4 uuid,
                u1 text collate "C", u2 text collate "C",
                t1 text collate "C", t2 text collate "C", t3 text collate "C", t4 text collate "C", t5 text collate "C",
                c1 text collate "C", c2 text collate "C", c3 text collate "C",
                data             jsonb not null,
                constraint %1$s_pk primary key (tenant_id, object_id, id)
            ) with (fillfactor = 90)
        $ddl$, cell);
        foreach slot in array array['n1', 'n2', 'n3', 'n4', 'n5', 'd1', 'd2', 'd3', 'r1', 'r2', 'r3', 'r4',
                't1', 't2', 't3', 't4', 't5', 'c1', 'c2', 'c3', 'name', 'owner_id', 'owner_path', 'deleted_at'] loop
            execute format(
                'create index %1$s_%2$s on engine.%1$s (tenant_id, object_id, %2$s, id) where %2$s is not null', cell, slot);
        end loop;
        foreach slot in array array['u1', 'u2'] loop
            execute format(
                'create unique index %1$s_%2$s on engine.%1$s (tenant_id, object_id, %2$s) where %2$s is not null',
                cell, slot);
        end loop;
        execute format('alter table engine.%I alter tenant_id set statistics 10000, alter object_id set statistics 10000', cell);
        execute format('create statistics engine.%1$s_of_object (dependencies, ndistinct) on tenant_id, object_id from engine.%1$s', cell);
        perform engine.guard_tenant(('engine.' || cell)::regclass);
    end loop;
end
$cells$;

-- Unique values that have no u slot.
create table engine.rec_unique (
    tenant_id int not null,
    object_id int not null,
    field_id  text collate "C" not null,
    value     text collate "C" not null,
    record_id uuid not null,
    constraint rec_unique_pk primary key (tenant_id, object_id, field_id, value)
);
create index rec_unique_record on engine.rec_unique (tenant_id, object_id, record_id);
select engine.guard_tenant('engine.rec_unique');

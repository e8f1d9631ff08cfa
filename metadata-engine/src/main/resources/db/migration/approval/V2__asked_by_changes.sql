-- Started by a change of the record, and not by its module: only who may read the record knows of it.
alter table engine.approval add column by_change boolean not null default false;

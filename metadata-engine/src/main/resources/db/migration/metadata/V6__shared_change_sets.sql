-- Whoever publishes a change set that others have edited has to have seen its plan.
alter table engine.change_set add column shared boolean not null default false;
comment on column engine.change_set.shared is 'Whether somebody else than its author has edited it.';

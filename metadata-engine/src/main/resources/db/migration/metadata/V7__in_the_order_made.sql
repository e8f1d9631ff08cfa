-- Fields that are published together stand in the order they were made.
alter table engine.change_set_component add column made timestamptz not null default clock_timestamp();
comment on column engine.change_set_component.made is 'When the component was first edited; a rename keeps it.';

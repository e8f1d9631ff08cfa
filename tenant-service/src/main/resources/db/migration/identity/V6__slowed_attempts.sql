-- Attempts that wait longer each time; the rows are thrown away with a crash and need no filling.
alter table attempt add column wait_to timestamptz;

-- What was sent under a key, by value and before anything of it was looked up. The hash of before was of what codes stood
-- for on that day; the build before this one still writes it while both run.
alter table apps.order_key
    alter column body_hash drop not null,
    add column fingerprint bytea;

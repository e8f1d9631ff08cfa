-- A person is one over all tenants, found by the address they sign in with: no tenant_id and no row policy. All that a
-- tenant says of a person is in its membership, the password too: no address is verified, so a password given at one
-- tenant must never open another.
create table person (
    id         uuid        not null,
    email      text        not null,
    created_at timestamptz not null default now(),
    constraint person_key primary key (id),
    constraint person_email_once unique (email),
    constraint person_email_lower check (email = lower(email))
);

create table membership (
    tenant_id     int         not null,
    person_id     uuid        not null,
    name          text        not null,
    locale        text        not null,
    role          text        not null,
    password_hash text,
    created_at    timestamptz not null default now(),
    constraint membership_key primary key (tenant_id, person_id),
    constraint membership_person foreign key (person_id) references person (id),
    constraint membership_role_known check (role in ('admin', 'member'))
);
select guard_tenant('membership');

create table api_client (
    tenant_id    int         not null,
    id           uuid        not null,
    name         text        not null,
    secret_hash  text        not null,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at   timestamptz,
    constraint api_client_key primary key (tenant_id, id)
);
select guard_tenant('api_client');

create table sign_in_session (
    tenant_id        int         not null,
    id               uuid        not null,
    key_hash         bytea       not null,
    person_id        uuid        not null,
    authenticated_at timestamptz not null,
    expires_at       timestamptz not null,
    constraint sign_in_session_key primary key (tenant_id, id),
    constraint sign_in_session_key_once unique (tenant_id, key_hash),
    constraint sign_in_session_member foreign key (tenant_id, person_id) references membership (tenant_id, person_id)
);
create index sign_in_session_expiry on sign_in_session (tenant_id, expires_at);
select guard_tenant('sign_in_session');

-- What was granted to a program: codes and tokens by their hashes only, their times and claims in content.
create table authorization_grant (
    tenant_id    int         not null,
    id           text        not null,
    version      int         not null,
    expires_at   timestamptz not null,
    content      jsonb       not null,
    session_id   uuid generated always as ((content -> 'person' ->> 'session')::uuid) stored,
    code_hash    text generated always as (content -> 'tokens' -> 'code' ->> 'hash') stored,
    access_hash  text generated always as (content -> 'tokens' -> 'access' ->> 'hash') stored,
    id_hash      text generated always as (content -> 'tokens' -> 'id' ->> 'hash') stored,
    refresh_hash text generated always as (content -> 'tokens' -> 'refresh' ->> 'hash') stored,
    constraint authorization_grant_key primary key (tenant_id, id)
);
create unique index authorization_grant_code on authorization_grant (tenant_id, code_hash);
create unique index authorization_grant_access on authorization_grant (tenant_id, access_hash);
create unique index authorization_grant_id_token on authorization_grant (tenant_id, id_hash);
create unique index authorization_grant_refresh on authorization_grant (tenant_id, refresh_hash);
create index authorization_grant_session on authorization_grant (tenant_id, session_id);
create index authorization_grant_expiry on authorization_grant (tenant_id, expires_at);
select guard_tenant('authorization_grant');

-- Keys sign the tokens of all tenants (a token names its tenant), so that the programs which verify them ask for one
-- key set; private parts are sealed with a secret that is not in this database. No tenant_id and no row policy.
create table signing_key (
    kid          text        not null,
    public_jwk   text        not null,
    sealed       bytea       not null,
    created_at   timestamptz not null,
    signs_from   timestamptz not null,
    published_to timestamptz,
    constraint signing_key_key primary key (kid)
);

-- Counters of attempts while Redis is away. Hashes and numbers only; a subject may belong to no tenant.
create unlogged table attempt (
    subject   text        not null,
    count     int         not null,
    window_to timestamptz not null,
    constraint attempt_key primary key (subject)
);
create index attempt_window on attempt (window_to);

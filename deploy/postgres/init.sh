#!/bin/sh
# The roles and databases of Qudao, once, at the first start of PostgreSQL. qudao_owner owns the tables and migrates
# them; qudao_app is what the programs work as: it owns nothing, so row level security holds for it.
# With --print the statements are printed, one a line: run them by hand on a PostgreSQL of your own.
set -eu
statements() {
    cat <<SQL
create role qudao_owner login nosuperuser nobypassrls password '$QUDAO_OWNER_PASSWORD';
create role qudao_app login nosuperuser nobypassrls password '$QUDAO_APP_PASSWORD';
create database qudao_control owner qudao_owner;
revoke all on database qudao_control from public;
grant connect on database qudao_control to qudao_app;
create database qudao_s0 owner qudao_owner;
revoke all on database qudao_s0 from public;
grant connect on database qudao_s0 to qudao_app;
SQL
}
if [ "${1:-}" = --print ]; then
    statements
else
    statements | psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}"
fi

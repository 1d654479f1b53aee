#!/bin/sh
# Runs once, when PostgreSQL's volume is new: the owner, who migrates, and the application's role,
# which owns nothing. Neither is a superuser.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set owner="$(cat /run/secrets/owner_password)" \
    --set application="$(cat /run/secrets/application_password)" <<'SQL'
CREATE ROLE cprs_owner LOGIN PASSWORD :'owner' NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE ROLE cprs_app LOGIN PASSWORD :'application' NOSUPERUSER NOCREATEDB NOCREATEROLE;
ALTER DATABASE cprs OWNER TO cprs_owner;
SQL

#!/bin/sh
# Runs once, when the volume of Postgres is empty: a database and its owner for each part.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres \
	--set=rcs="$RCS_DB_PASSWORD" --set=n8n="$N8N_DB_PASSWORD" <<'SQL'
create role rcs login password :'rcs';
create database rcs owner rcs;
create role n8n login password :'n8n';
create database n8n owner n8n;
SQL

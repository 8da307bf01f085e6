/**
 * The tables, step by step. A step that was released never changes; what is to be different is a further step.
 * Phones are E.164 with `+`; times are those of the source unless they are called `recorded_at` or `added_at`.
 */
export const migrations: readonly { name: string; sql: string }[] = [
	{
		name: '0001 events, messages, ledger, outbox',
		sql: `
create table rcs.events (
	seq bigint generated always as identity primary key,
	provider text not null,
	id text not null,
	connection text not null,
	type text not null,
	phone text,
	message_id text,
	occurred_at timestamptz not null,
	recorded_at timestamptz not null default now(),
	-- the RcsEvent, without what it was read from
	event jsonb not null,
	unique (provider, id)
);
create index on rcs.events (phone, seq);
create index on rcs.events (provider, message_id) where message_id is not null;

-- who handed an event on and does something with it, such as one RCS Trigger: each of them does it once
create table rcs.event_consumers (
	event_seq bigint not null references rcs.events on delete cascade,
	consumer text not null,
	claimed_at timestamptz not null default clock_timestamp(),
	started boolean not null default false,
	primary key (event_seq, consumer)
);

-- a message by its provider, id and phone: what all of its events say (core/event/messageState)
create table rcs.messages (
	provider text not null,
	message_id text not null,
	phone text not null,
	connection text not null,
	agent text,
	campaign text,
	purpose text,
	state text,
	channel text,
	fell_back boolean not null default false,
	legs jsonb not null default '[]',
	sent_at timestamptz,
	delivered_at timestamptz,
	read_at timestamptz,
	clicked_at timestamptz,
	replied_at timestamptz,
	failed_at timestamptz,
	error jsonb,
	added_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	primary key (provider, message_id, phone)
);
create index on rcs.messages (phone);
create index on rcs.messages (message_id);
create index on rcs.messages (coalesce(sent_at, added_at));
create index on rcs.messages (failed_at) where failed_at is not null;
create index on rcs.messages (added_at);

-- statements are only ever added (core/consent); an erased person's are deleted
create table rcs.statements (
	seq bigint generated always as identity primary key,
	id text not null unique,
	phone text not null,
	agent text not null,
	purpose text not null,
	state text not null,
	level text not null,
	origin text not null,
	source text not null,
	occurred_at timestamptz not null,
	recorded_at timestamptz not null,
	proof jsonb
);
create index on rcs.statements (phone);
create index on rcs.statements (recorded_at);

-- opt-outs of erased people, by a keyed hash of their number
create table rcs.suppressed (
	hash text not null,
	agent text not null,
	purpose text not null,
	source text not null,
	occurred_at timestamptz not null,
	primary key (hash, agent, purpose)
);

-- keys that are made once and never leave the database
create table rcs.secrets (
	name text primary key,
	secret bytea not null
);

-- what the gate let through: counts against the frequency caps
create table rcs.passes (
	id text not null,
	phone text not null,
	purpose text not null,
	at timestamptz not null,
	-- the name of the token; null: the service itself, for a message it sends
	asked_by text,
	added_at timestamptz not null default now(),
	primary key (id, phone)
);
create index on rcs.passes (phone, at);

-- messages that were asked for over the API
create table rcs.sends (
	id text primary key,
	connection text not null,
	phone text not null,
	purpose text not null,
	-- of the request: the same key with another request is a mistake
	request_hash text not null,
	request jsonb not null,
	status text not null,
	hold_until timestamptz,
	result jsonb,
	added_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);

-- what is still to be written to a CRM: an event by its seq, or a consent of the ledger by its statement
create table rcs.outbox (
	connection text not null,
	phone text not null,
	item text not null,
	event_seq bigint,
	urgent boolean not null default false,
	-- its contact is a dead letter: written again only by a replay, or together with something new
	dead boolean not null default false,
	added_at timestamptz not null default now(),
	primary key (connection, phone, item)
);
create index on rcs.outbox (connection, dead, urgent desc, added_at);

create table rcs.dead_letters (
	id bigint generated always as identity primary key,
	connection text not null,
	phone text not null,
	-- failed | unmatched | ambiguous
	status text not null,
	-- [{reason, code, field, category, advice}]
	reasons jsonb not null,
	attempts integer not null default 1,
	first_at timestamptz not null default now(),
	last_at timestamptz not null default now(),
	-- until then nobody looks again whether a record has the phone, unless somebody opts out; null: at once
	rest_until timestamptz,
	-- whether something new came meanwhile, to be written when the rest is over
	has_news boolean not null default false,
	unique (connection, phone)
);

-- how it goes with each CRM
create table rcs.crm_state (
	connection text primary key,
	-- park | reauth | setup | outage; null: running
	paused text,
	paused_until timestamptz,
	reason text,
	advice text,
	failures integer not null default 0,
	last_success_at timestamptz,
	last_failure_at timestamptz,
	-- ours on that day, in the time zone of the account
	calls_day date,
	calls integer not null default 0,
	-- what the CRM said of everybody's calls: [left, of]
	calls_told jsonb,
	-- of connectors/consentPoll
	memory jsonb,
	polled_at timestamptz,
	-- why consent could not be read: {reason, advice, failures}; null: it was
	poll_failure jsonb,
	-- before then it is not read again, whoever tells of a change
	poll_after timestamptz,
	-- of the stream of changes: {state, reason, advice, at}; null: there is none
	stream jsonb,
	-- what setting up found missing or in the way
	check_report jsonb,
	checked_at timestamptz
);

-- how far each CRM was behind, minute by minute
create table rcs.lag_samples (
	connection text not null,
	at timestamptz not null,
	-- age of the oldest row that waits; 0: nothing waits
	lag_seconds integer not null,
	waiting integer not null,
	primary key (connection, at)
);

-- records of a CRM that somebody said have changed, to be read at once
create table rcs.crm_news (
	connection text not null,
	object text not null,
	id text not null,
	-- how often, so that what comes while the record is read is not taken for read
	times integer not null default 1,
	primary key (connection, object, id)
);

-- consent in a CRM that could not be told, or not be noted as told; until it is
create table rcs.crm_problems (
	connection text not null,
	object text not null,
	id text not null,
	problem text not null,
	advice text not null,
	at timestamptz not null,
	primary key (connection, object, id)
);

-- what one process at a time does for as long as it says so
create table rcs.leases (
	name text primary key,
	holder text not null,
	until timestamptz not null
);

-- raw webhooks that still have to be forwarded
create table rcs.forwards (
	id bigint generated always as identity primary key,
	connection text not null,
	target text not null,
	method text not null,
	url text not null,
	headers jsonb not null,
	body bytea not null,
	received_at timestamptz not null,
	-- null: under way; else why it was given up
	dead_reason text,
	attempts integer not null default 0,
	-- set aside until then, so that others of its target are not held up
	next_at timestamptz,
	-- when it is given up; null: it was not tried yet
	give_up_at timestamptz
);
create index on rcs.forwards (target, id) where dead_reason is null;
create index on rcs.forwards (id) where dead_reason is not null;

-- where forwarding fails at the moment; a target that takes what it is sent has no row
create table rcs.forward_targets (
	target text primary key,
	failures integer not null,
	wait_until timestamptz not null,
	reason text not null
);
`,
	},
	{
		name: '0002 questions that wait for an answer',
		sql: `
-- who was asked what, until it is answered or over
create table rcs.waits (
	seq bigint generated always as identity,
	wait text primary key,
	provider text not null,
	phone text not null,
	agent text,
	-- where n8n takes the answer: path and query, with its signature
	path text not null,
	until timestamptz,
	-- texts that are an answer; null: all are
	words jsonb,
	added_at timestamptz not null,
	-- the event that is being handed over as the answer
	claimed_by text,
	claimed_at timestamptz
);
create index on rcs.waits (phone);

-- how questions ended, also those that only n8n knew of
create table rcs.wait_ends (
	wait text primary key,
	-- the event that was the answer; null: none was
	answered_by text,
	-- whether the person was told that it is too late
	told boolean not null,
	at timestamptz not null
);
`,
	},
	{
		name: '0003 questions by the messages that ask them',
		sql: `
-- what the message that asks is called: by us, and by the provider
alter table rcs.waits add column message_ids text[] not null default '{}';
`,
	},
	{
		name: '0004 webhooks that nobody could read',
		sql: `
-- their event has what it was read from, as raw
create index on rcs.events (seq) where type = 'unknown' and event->>'raw' is not null;
`,
	},
	{
		name: '0005 when a CRM was to be tried again',
		sql: `
-- when somebody had it tried again last: what failed since before then pauses nothing
alter table rcs.crm_state add column resumed_at timestamptz;
`,
	},
];

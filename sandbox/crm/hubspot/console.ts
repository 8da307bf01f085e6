import type { FastifyInstance } from 'fastify';

import { isObject } from '../../json';
import { anyString, integer, list, object, oneOf, string } from '../../providers/schema';
import { compile } from '../../validation';
import { tiers } from './account/account';
import type { Settings } from './account/settings';
import { notFound } from './errors';
import { readBody, stringValues } from './input';
import { person } from './page/people';
import type { Portal } from './portal';
import type { Rule } from './properties/rules';
import { archive } from './records/archive';
import { merge } from './records/merge';
import type { CrmRecord } from './records/records';
import { writeAll } from './records/write';

const LONGEST_LAG_MS = 3_600_000;

const isSettings = compile<Partial<Settings>>(
	object({
		tier: oneOf(...Object.keys(tiers)),
		timeZone: { enum: Intl.supportedValuesOf('timeZone').concat('UTC') },
		callsPerTenSeconds: integer(0),
		callsPerDay: integer(0),
		associationCallsPerTenSeconds: integer(0),
		searchesPerSecond: integer(0),
		searchLagMs: integer(0, LONGEST_LAG_MS),
		eventLagMs: integer(0, LONGEST_LAG_MS),
		associationLagMs: integer(0, LONGEST_LAG_MS),
		associationsPerPage: integer(1),
		partialStatus: { enum: [200, 207] },
		missing: oneOf('errors', 'notFound'),
		callingCode: { type: 'string', pattern: '^[1-9]\\d{0,2}$' },
	}),
);
const isContacts = compile<{ contacts: Record<string, string>[] }>(
	object({ 'contacts!': list(stringValues, 1) }),
);
const isChange = compile<{ properties: Record<string, string> }>(
	object({ 'properties!': stringValues }),
);
const isMerge = compile<{ into: string }>(object({ 'into!': anyString }));
const isRule = compile<Rule>(
	object({
		'ruleType!': oneOf('MAX_LENGTH', 'REGEX'),
		'ruleArguments!': list(string(1, 1000), 1, 1),
	}),
);

interface Path {
	Params: { id: string };
}

/** What people do in HubSpot's own pages, and what a contract decides. */
export function consoleRoutes(app: FastifyInstance, portal: Portal): void {
	const { clock, settings, records, rules } = portal;

	function find(id: string): CrmRecord {
		const record = records.find('contacts', id);
		if (record) return record;
		throw notFound('There is no such contact');
	}

	app.get('/settings', async () => ({ ...settings.get(), now: clock.iso() }));

	app.patch('/settings', async ({ body }) => {
		settings.change(readBody(body, isSettings));
		return settings.get();
	});

	app.post('/contacts', async ({ body }) => {
		const { contacts } = readBody(body, isContacts);
		const writes = contacts.map((properties) => ({ properties }));
		const created = writeAll(portal, 'contacts', writes, person);
		return { ids: created.map(({ record }) => record.id) };
	});

	app.patch<Path>('/contacts/:id', async ({ params, body }) => {
		const { properties } = readBody(body, isChange);
		writeAll(portal, 'contacts', [{ record: find(params.id), properties }], person);
		return { id: params.id };
	});

	app.delete<Path>('/contacts/:id', async ({ params, query }) => {
		const forGood = isObject(query) && query['forGood'] === 'true';
		archive(portal, find(params.id), person, forGood);
		return { id: params.id };
	});

	app.post<Path>('/contacts/:id/merge', async ({ params, body }) => {
		const { into } = readBody(body, isMerge);
		const winner = find(into);
		const loser = find(params.id);
		if (winner === loser) throw notFound('A contact cannot be merged into itself');
		merge(portal, loser, winner, person);
		return { id: into };
	});

	app.put<{ Params: { property: string } }>('/rules/:property', async ({ params, body }) => {
		const rule = readBody(body, isRule);
		rules.set(params.property, rule);
		return rule;
	});
}

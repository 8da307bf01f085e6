import type { FastifyInstance } from 'fastify';

import { bool, list, object, oneOf } from '../../../providers/schema';
import { compile } from '../../../validation';
import { readBody } from '../input';
import type { Portal } from '../portal';
import { allScopes, type Scope } from './account';
import type { Auth } from './auth';
import { msToNextDay } from './clock';
import type { Limits } from './limits';

const isKey = compile<{ scopes?: Scope[]; expired?: boolean; revoked?: boolean }>(
	object({ scopes: list(oneOf(...allScopes)), expired: bool, revoked: bool }),
);
const isClock = compile<{ advanceSeconds: number }>(
	object({ 'advanceSeconds!': { type: 'number', minimum: 0 } }),
);
const isReset = compile<{ resetsInSeconds: number }>(
	object({ 'resetsInSeconds!': { type: 'number', minimum: 0 } }),
);

interface Parts {
	portal: Portal;
	auth: Auth;
	limits: Limits;
}

/** What an admin gives an integration and takes from it, and time. */
export function accessConsole(app: FastifyInstance, { portal, auth, limits }: Parts): void {
	const { clock, settings, properties } = portal;

	app.put('/key', async ({ body }) => {
		const { scopes, expired, revoked } = readBody(body, isKey);
		if (scopes) auth.setScopes(scopes);
		if (expired !== undefined) auth.setExpired(expired);
		if (revoked !== undefined) auth.setRevoked(revoked);
		return {};
	});

	app.post('/clock', async ({ body }) => {
		clock.advance(readBody(body, isClock).advanceSeconds * 1000);
		return { now: clock.iso() };
	});

	/** All calls of the day are made, and it is so long to midnight where the account is. */
	app.post('/daily-limit', async ({ body }) => {
		const { resetsInSeconds } = readBody(body, isReset);
		const left = msToNextDay(settings.get().timeZone, clock.now());
		clock.advance(left - resetsInSeconds * 1000);
		limits.useUpDay();
		return { now: clock.iso() };
	});

	app.delete<{ Params: { property: string } }>('/properties/:property', async ({ params }) => {
		properties.archive('contacts', params.property, clock.now());
		return { archived: params.property };
	});
}

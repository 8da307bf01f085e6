import type { FastifyInstance } from 'fastify';

import { PORTAL_ID, VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import type { Limits } from '../account/limits';
import type { Portal } from '../portal';
import { objectTypes } from '../records/objectTypes';

/** What an account tells of itself: its time zone, its use of the daily limit, the rules of its properties. */
export function accountRoutes(
	app: FastifyInstance,
	portal: Portal,
	auth: Auth,
	limits: Limits,
): void {
	const { clock, settings, rules } = portal;

	app.get(`/account-info/${VERSION}/details`, { preHandler: auth.needs('oauth') }, async () => ({
		portalId: PORTAL_ID,
		accountType: 'DEVELOPER_TEST',
		timeZone: settings.get().timeZone,
		companyCurrency: 'GBP',
		additionalCurrencies: [],
		dataHostingLocation: 'eu1',
		uiDomain: 'app.hubspot.com',
	}));

	app.get(
		`/account-info/${VERSION}/api-usage/daily/private-apps`,
		{ preHandler: auth.needs('oauth') },
		async () => {
			const { limit, used } = limits.usage();
			return {
				results: [
					{
						name: 'private-apps-api-calls-daily',
						usageLimit: limit,
						currentUsage: used,
						collectedAt: clock.iso(),
						fetchStatus: 'SUCCESS',
					},
				],
			};
		},
	);

	app.get<{ Params: { property: string } }>(
		`/crm/property-validations/${VERSION}/${objectTypes.contacts.id}/:property`,
		{ preHandler: auth.needs('crm.schemas.contacts.read') },
		async ({ params }) => {
			const rule = rules.of(params.property);
			return { results: rule ? [rule] : [] };
		},
	);
}

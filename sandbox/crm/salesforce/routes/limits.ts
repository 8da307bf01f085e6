import { ORG_ID } from '../account';
import { resource, type Route } from '../api';
import type { Usage } from '../usage';

const resources = ['sobjects', 'query', 'search', 'composite', 'limits', 'tooling', 'jobs'];

/** How much of the org's allowance is left, and what else there is. */
export function limitRoutes(usage: Usage): readonly Route[] {
	return [
		{
			method: 'GET',
			path: '/limits',
			composite: 'one',
			handle() {
				const { dailyMax, dailyUsed } = usage.limits();
				return {
					status: 200,
					body: {
						DailyApiRequests: { Max: dailyMax, Remaining: Math.max(0, dailyMax - dailyUsed) },
					},
				};
			},
		},
		{
			method: 'GET',
			path: '/',
			composite: 'one',
			handle: (call) => ({
				status: 200,
				body: {
					...Object.fromEntries(resources.map((name) => [name, resource(call, `/${name}`)])),
					identity: `https://login.salesforce.com/id/${ORG_ID}/${call.caller.access.userId}`,
				},
			}),
		},
	];
}

import type { Route } from '../api';
import type { Usage } from '../usage';

/** How much of the org's allowance is left. */
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
			handle: ({ version }) => ({
				status: 200,
				body: Object.fromEntries(
					['sobjects', 'query', 'search', 'composite', 'limits', 'tooling', 'jobs'].map((name) => [
						name,
						`/services/data/v${version}/${name}`,
					]),
				),
			}),
		},
	];
}

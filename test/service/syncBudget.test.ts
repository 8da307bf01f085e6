import { hubspot } from '../../connectors/hubspot';
import { type Budget, budgetOf, lingerMs, pollMs } from '../../service/sync/budget';
import type { CrmState } from '../../service/sync/crmState';

const sync = {
	...{ purpose: 'marketing', agent: '*', pollSeconds: 60, batch: 1000, webhookSecrets: [] },
	...{ changeDataCapture: false, linger: { min: 1, max: 10 }, startFrom: 'now' as const },
};
const accountOf = (more: object, timeZone?: string) => ({
	connection: 'hubspot',
	crm: hubspot,
	settings: {
		...{ baseUrl: 'https://api.example.com', createContacts: false, history: false },
		...(timeZone === undefined ? {} : { options: { timeZone } }),
	},
	sync: { ...sync, ...more },
	connect: () => Promise.reject(new Error('Nobody connects')),
});
const stateOf = (more: Partial<CrmState>): CrmState => ({
	...{ paused: null, paused_until: null, reason: null, advice: null, failures: 0 },
	...{ resumed_at: null, last_success_at: null, last_failure_at: null },
	...{ calls_day: '2026-11-21', calls: 0, calls_told: null, ...more },
});
const NOON = Date.UTC(2026, 10, 21, 12);
const HOUR = 3_600_000;

describe('the calls of a day', () => {
	test('end at midnight where the account is, and start anew', () => {
		const state = stateOf({ calls: 70 });
		const account = accountOf({ dailyCalls: 100 }, 'Asia/Tokyo');
		expect(budgetOf(account, state, NOON)).toMatchObject({
			...{ day: '2026-11-21', endsInMs: 3 * HOUR, made: 70, isUsedUp: false },
		});
		expect(budgetOf(account, state, NOON + 3 * HOUR)).toMatchObject({
			...{ day: '2026-11-22', endsInMs: 24 * HOUR, made: 0, left: 1 },
		});
	});

	test('are kept for opt-outs at the end', () => {
		const account = accountOf({ dailyCalls: 100, pollSeconds: 0 });
		expect(budgetOf(account, stateOf({ calls: 94 }), NOON).isUsedUp).toBe(false);
		expect(budgetOf(account, stateOf({ calls: 95 }), NOON).isUsedUp).toBe(true);
		expect(budgetOf(accountOf({}), stateOf({ calls: 1e9 }), NOON).isUsedUp).toBe(false);
	});

	test('leave a share for looking for edits, which keeps to it', () => {
		const account = accountOf({ dailyCalls: 100 });
		expect(budgetOf(account, stateOf({ calls: 82 }), NOON).isUsedUp).toBe(false);
		expect(budgetOf(account, stateOf({ calls: 83 }), NOON).isUsedUp).toBe(true);
		expect(budgetOf(account, stateOf({ calls: 94 }), NOON + 12 * HOUR - 1000).isUsedUp).toBe(false);
		const seldom = accountOf({ dailyCalls: 100, pollSeconds: 8 * 3600 });
		expect(budgetOf(seldom, stateOf({ calls: 93 }), NOON).isUsedUp).toBe(false);
		const budget = budgetOf(account, stateOf({ calls: 0 }), NOON);
		expect((24 * HOUR) / pollMs(account.sync, budget, 1)).toBe(25);
		expect((24 * HOUR) / pollMs(account.sync, budget, 2)).toBe(12.5);
		expect(pollMs(accountOf({ dailyCalls: 1e6 }).sync, budget, 2)).toBe(60_000);
		expect(pollMs(accountOf({}).sync, { ...budget, left: 0 }, 2)).toBe(600_000);
	});

	test('are those that the CRM says are left, where these are fewer', () => {
		const told = stateOf({ calls: 10, calls_told: { left: 1, of: 4 } });
		expect(budgetOf(accountOf({ dailyCalls: 100 }), told, NOON).left).toBe(0.25);
	});
});

test('changes are collected for longer, the more calls are missing for the rest of the day', () => {
	const linger = (left: number, hoursLeft: number) => {
		const budget: Budget = {
			...{ day: '2026-11-21', made: 0, isUsedUp: false },
			...{ left, endsInMs: hoursLeft * HOUR },
		};
		return lingerMs(sync, budget);
	};
	expect(linger(0.5, 12)).toBe(1000);
	expect(linger(0.9, 12)).toBe(1000);
	expect(linger(0.25, 12)).toBe(5500);
	expect(linger(0, 12)).toBe(10_000);
});

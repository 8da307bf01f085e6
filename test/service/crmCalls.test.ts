import { hubspot } from '../../connectors/hubspot';
import type { CrmAccount } from '../../service/config/crmAccounts';
import { crmCalls } from '../../service/sync/crmCalls';

/** Takes requests, and time that passes with nobody waiting. */
function world() {
	let now = 0;
	const at: number[] = [];
	const clock = {
		now: () => now,
		wait: (ms: number) => {
			now += ms;
			return Promise.resolve();
		},
	};
	const http = () => {
		at.push(now);
		return Promise.resolve({ status: 200, headers: {}, body: '' });
	};
	const account: CrmAccount = {
		connection: 'hubspot',
		crm: hubspot,
		settings: { baseUrl: 'https://api.example.com', createContacts: false, history: false },
		sync: {
			...{ purpose: 'marketing', agent: '*', pollSeconds: 60, batch: 1000, webhookSecrets: [] },
			...{ changeDataCapture: false, linger: { min: 1, max: 10 }, startFrom: 'now' },
		},
		connect: () => Promise.resolve(http),
	};
	return { account, clock, at };
}

test('who writes to HubSpot and who reads it make no more than 100 calls in ten seconds together', async () => {
	const { account, clock, at } = world();
	const calls = [await crmCalls(account, clock), await crmCalls(account, clock)];
	for (let i = 0; i < 200; i += 1)
		await Promise.all(
			calls.map(({ http }) => http({ method: 'GET', url: 'https://api.example.com' })),
		);
	const most = Math.max(
		...at.map((from) => at.filter((t) => t >= from && t < from + 10_000).length),
	);
	expect(most).toBeLessThanOrEqual(100);
	expect(calls.map((one) => one.counted().made)).toEqual([200, 200]);
});

import { CONTACTS, useHubspot } from './hubspotWorld';

const { api, call, backstage, contacts, records, fault } = useHubspot();

const header = ({ headers }: { headers: Headers }, name: string) =>
	headers.get(`x-hubspot-ratelimit-${name}`);

describe('calls in ten seconds', () => {
	it('are counted in a window that slides, and told in headers', async () => {
		await backstage('PATCH', '/settings', { callsPerTenSeconds: 2 });
		const first = await api('GET', CONTACTS);
		expect(
			['max', 'remaining', 'interval-milliseconds'].map((name) => header(first, name)),
		).toEqual(['2', '1', '10000']);
		await backstage('POST', '/clock', { advanceSeconds: 6 });
		await api('GET', CONTACTS);
		const { status, body } = await api('GET', CONTACTS);
		expect(status).toBe(429);
		expect(body).toMatchObject({
			status: 'error',
			message: 'You have reached your ten_secondly_rolling limit.',
			errorType: 'RATE_LIMIT',
			policyName: 'TEN_SECONDLY_ROLLING',
		});
		await backstage('POST', '/clock', { advanceSeconds: 5 });
		expect((await api('GET', CONTACTS)).status).toBe(200);
		expect((await api('GET', CONTACTS)).status).toBe(429);
	});

	it.each([
		['free', '100', '250000'],
		['professional', '190', '625000'],
		['enterprise', '190', '1000000'],
	])('of the tier %s: %s, and %s a day', async (tier, burst, daily) => {
		await backstage('PATCH', '/settings', { tier });
		const answer = await api('GET', CONTACTS);
		expect([header(answer, 'max'), header(answer, 'daily')]).toEqual([burst, daily]);
	});
});

test('associations have a budget of their own', async () => {
	await backstage('PATCH', '/settings', { associationCallsPerTenSeconds: 1, callsPerDay: 1 });
	const path = '/crm/associations/2026-09/contacts/communications/batch/read';
	const read = () => api('POST', path, { inputs: [{ id: '1' }] });
	const first = await read();
	expect([first.status, header(first, 'max'), header(first, 'daily')]).toEqual([
		200,
		'1',
		'500000',
	]);
	expect(await read()).toMatchObject({
		status: 429,
		body: { policyName: 'TEN_SECONDLY_ROLLING' },
	});
	expect((await api('GET', CONTACTS)).status).toBe(200);
});

describe('calls in a day', () => {
	it('start again at midnight where the account is', async () => {
		await backstage('PATCH', '/settings', { callsPerDay: 1, timeZone: 'Pacific/Auckland' });
		const nowThere = async () => String((await backstage('GET', '/settings')).body['now']);
		// About noon of the next day: neither midnight nor a change of the clocks is near.
		const noon = secondsToMidnight(await nowThere()) + 12 * 3600;
		await backstage('POST', '/clock', { advanceSeconds: noon });
		expect(header(await api('GET', CONTACTS), 'daily-remaining')).toBe('0');
		const refused = await api('POST', `${CONTACTS}/search`, {});
		expect(refused).toMatchObject({
			status: 429,
			body: { policyName: 'DAILY', message: 'You have reached your daily limit.' },
		});
		const now = await nowThere();
		await backstage('POST', '/clock', { advanceSeconds: secondsToMidnight(now) - 60 });
		expect((await api('GET', CONTACTS)).status).toBe(429);
		await backstage('POST', '/clock', { advanceSeconds: 120 });
		const admitted = await api('GET', CONTACTS);
		expect(admitted.status).toBe(200);
		const ahead = Date.parse(admitted.headers.get('date') ?? '') - Date.parse(now);
		expect(Math.abs(ahead / 1000 - secondsToMidnight(now) - 60)).toBeLessThan(10);
	});

	it('and the time zone are told', async () => {
		await backstage('PATCH', '/settings', { timeZone: 'Asia/Tokyo' });
		expect((await api('GET', '/account-info/2026-09/details')).body).toMatchObject({
			timeZone: 'Asia/Tokyo',
		});
		const usage = await api('GET', '/account-info/2026-09/api-usage/daily/private-apps');
		expect(usage.body).toMatchObject({ results: [{ usageLimit: 1_000_000, currentUsage: 2 }] });
	});
});

/** Auckland's clock, from its own reading of the moment. */
function secondsToMidnight(now: string): number {
	const time = new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Pacific/Auckland',
		timeStyle: 'medium',
	}).format(new Date(now));
	const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
	return 24 * 3600 - (hours * 3600 + minutes * 60 + seconds);
}

describe('faults', () => {
	it.each([
		[423, 'LOCKED'],
		[477, 'MIGRATION_IN_PROGRESS'],
		[500, 'INTERNAL_ERROR'],
	])('%i in the words of HubSpot', async (status, category) => {
		await fault({ kind: 'status', status, retryAfter: 3 });
		const answer = await api('GET', CONTACTS);
		expect(answer).toMatchObject({ status, body: { status: 'error', category } });
		expect(answer.headers.get('retry-after')).toBe('3');
		expect((await api('GET', CONTACTS)).status).toBe(200);
	});

	it('can wait for the third request', async () => {
		await fault({ kind: 'status', status: 500, path: CONTACTS, skip: 2 });
		const statuses = [];
		for (let count = 0; count < 4; count += 1) statuses.push((await api('GET', CONTACTS)).status);
		expect(statuses).toEqual([200, 200, 500, 200]);
	});

	it('a gateway answers with a page', async () => {
		await fault({ kind: 'status', status: 502 });
		await expect(api('GET', CONTACTS)).rejects.toThrow(SyntaxError);
	});

	it('a lost answer may stand for a write that happened, or for none', async () => {
		const [id] = await contacts({ firstname: 'Ann' });
		const rename = (firstname: string) =>
			api('POST', `${CONTACTS}/batch/update`, { inputs: [{ id, properties: { firstname } }] });
		await fault({ kind: 'resetAfter', path: CONTACTS });
		await expect(rename('Bob')).rejects.toThrow('fetch failed');
		expect(await records()).toMatchObject([{ properties: { firstname: 'Bob' } }]);
		await fault({ kind: 'resetBefore', path: CONTACTS });
		await expect(rename('Cleo')).rejects.toThrow('fetch failed');
		expect(await records()).toMatchObject([{ properties: { firstname: 'Bob' } }]);
	});

	it('everything is forgotten together', async () => {
		await contacts({ firstname: 'Ann' });
		await backstage('PATCH', '/settings', { callsPerDay: 0 });
		await call('POST', '/sandbox/reset');
		expect(await records()).toEqual([]);
		expect((await api('GET', CONTACTS)).status).toBe(200);
	});
});

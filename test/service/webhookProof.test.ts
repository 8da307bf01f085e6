import { account, signed } from './support/signed';
import { startTestService, type TestService } from './support/world';

/** Whose webhooks are taken: proven ones, and unproven ones where the configuration says so, but never forged ones. */

const noSecret = { provider: 'infobip', settings: {} };
let service: TestService;
beforeAll(async () => {
	service = await startTestService({
		role: 'ingest',
		providers: {
			proven: account,
			guarded: { ...account, allowUnverified: true },
			open: { ...noSecret, allowUnverified: true },
			shut: noSecret,
		},
	});
});
afterAll(() => service.stop());

async function status(connection: string, headers: Record<string, string>): Promise<number> {
	const body = new Uint8Array(webhook.body);
	const url = `${service.url}/webhooks/${connection}`;
	return (await fetch(url, { method: 'POST', headers, body })).status;
}

const webhook = signed([
	{ messageId: 'm', to: '+447700900123', status: { groupName: 'DELIVERED' } },
]);
const json = { 'content-type': 'application/json' };
const forged = { ...json, 'x-signature': 'ab'.repeat(32) };

const stored = async () => {
	const rows = await service.service.store.query('select count(*)::int as events from rcs.events');
	return rows[0]?.['events'];
};

test.each<[string, string, Record<string, string>]>([
	['a forged one', 'proven', forged],
	['one without proof', 'proven', json],
	['a forged one, also where unproven ones are allowed', 'guarded', forged],
	['one that left its proof out, also there', 'guarded', json],
	['one that cannot prove anything', 'shut', json],
])('%s is refused', async (_name, connection, headers) => {
	expect(await status(connection, headers)).toBe(401);
	expect(await stored()).toBe(0);
});

test.each<[string, string, Record<string, string>]>([
	['a proven one', 'guarded', webhook.headers],
	['one of an account without a secret, where it is allowed', 'open', json],
])('%s is taken', async (_name, connection, headers) => {
	expect(await status(connection, headers)).toBe(200);
	expect(await stored()).toBe(1);
	await service.service.store.query('delete from rcs.events');
});

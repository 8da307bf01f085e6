import { startForwarding } from '../../service/ingest/forward';
import { noteTrouble } from '../../service/ingest/forwardStore';
import { until } from '../until';
import { heldBefore } from './support/meanwhile';
import { account } from './support/signed';
import { startTarget, type Target } from './support/target';
import { startTestService, type TestService } from './support/world';

let service: TestService;
let target: Target;
beforeAll(async () => {
	target = await startTarget();
	const shop = { ...account, forwardTo: [target.url] };
	service = await startTestService({ role: 'ingest', providers: { shop } });
});
afterAll(async () => {
	await service.stop();
	await target.stop();
});

const AT = '2026-11-01T10:00:00.000Z';

test('that a webhook was taken and that its target has no trouble any more is noted together or not at all', async () => {
	const { store, takeIn } = service.service;
	await noteTrouble(store, target.url, { failures: 1, waitUntil: AT, reason: 'It was down' });
	const delivery = { method: 'POST', url: 'https://rcs.example.com/', headers: {}, receivedAt: AT };
	const webhook = { connection: 'shop', delivery: { ...delivery, body: Buffer.from('{}') } };
	await takeIn.take({ events: [], webhook: { ...webhook, targets: [target.url] } });
	let failures = 0;
	const failing = heldBefore(store, 'delete from rcs.forward_targets', async () => {
		failures += 1;
		if (failures === 1) throw new Error('The database does not answer');
		await Promise.resolve();
	});
	await startForwarding({ ...service.service, store: failing });
	await until(async () => {
		const left = await store.query(
			'select from rcs.forwards union all select from rcs.forward_targets',
		);
		return left.length === 0;
	}, 'both noted');
	expect(target.taken).toHaveLength(2);
});

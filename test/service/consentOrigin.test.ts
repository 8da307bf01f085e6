import { asArray, asObject } from '../../core/json';
import { stranger } from './support/stranger';
import { startTestService, type TestService } from './support/world';

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();

let service: TestService;

beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

const tell = (...statements: object[]) => service.post('/v1/consent', { statements });

/** What the statement comes to after a STOP of yesterday. */
async function afterStop(statement: object): Promise<unknown> {
	const phone = stranger();
	const event = { provider: 'infobip', type: 'user.optedOut', user: phone, keyword: 'STOP' };
	await service.post('/v1/events', { ...event, eventId: phone, occurredAt: YESTERDAY });
	const { status, body } = await tell({ phone, ...statement });
	if (status !== 200) return { status, body };
	return asObject(asObject(asArray(asObject(body)['results'])[0])['consent'])['state'];
}

const optedIn = { state: 'optedIn' };

it.each<[string, object, string]>([
	['an import without anything else', { ...optedIn, source: 'import' }, 'optedOut'],
	['a CRM without anything else', { ...optedIn, source: 'hubspot' }, 'optedOut'],
	['a program that says nothing at all', optedIn, 'optedOut'],
	['a form that the person fills in', { ...optedIn, source: 'form' }, 'optedIn'],
	['a program that vouches for the person', { ...optedIn, origin: 'person' }, 'optedIn'],
	[
		'an import that knows when the person agreed',
		{ ...optedIn, origin: 'person', source: 'import', occurredAt: new Date().toISOString() },
		'optedIn',
	],
	[
		'an import of what was before',
		{ ...optedIn, origin: 'person', source: 'import', occurredAt: '2020-01-01T00:00:00Z' },
		'optedOut',
	],
])('after a STOP: %s', async (_name, statement, state) => {
	expect(await afterStop(statement)).toBe(state);
});

it('does not take a list for what the person says now', async () => {
	const old = { ...optedIn, origin: 'person', source: 'import' };
	expect(await afterStop(old)).toMatchObject({
		status: 400,
		body: {
			error: {
				message: expect.stringContaining('body.statements.0.occurredAt is missing'),
				problems: [{ path: 'body.statements.0.occurredAt' }],
			},
		},
	});
});

it('does not take proof of an agreement to come', async () => {
	const admin = { ...optedIn, origin: 'admin', source: 'import' };
	expect(
		await afterStop({ ...admin, proof: { consentedAt: '2999-01-01T00:00:00Z' } }),
	).toMatchObject({
		status: 400,
		body: { error: { problems: [{ path: 'body.statements.0.proof.consentedAt' }] } },
	});
	const now = { consentedAt: new Date().toISOString() };
	expect(await afterStop({ ...admin, proof: now })).toBe('optedIn');
});

it('takes all or nothing', async () => {
	const [a, b] = [stranger(), stranger()];
	const proof = { consentedAt: '2999-01-01T00:00:00Z' };
	await tell({ phone: a, ...optedIn }, { phone: b, ...optedIn, origin: 'admin', proof });
	const { body } = await service.post('/v1/consent/check', { checks: [{ phone: a }] });
	expect(body).toMatchObject({ results: [{ state: 'none' }] });
});

it("takes an opt-out for the person's, unless it is from a list", async () => {
	const [a, b] = [stranger(), stranger()];
	await tell({ phone: a, state: 'optedOut' }, { phone: b, state: 'optedOut', source: 'import' });
	await tell({ phone: a, ...optedIn, origin: 'admin' }, { phone: b, ...optedIn, origin: 'admin' });
	const { body } = await service.post('/v1/consent/check', {
		checks: [{ phone: a }, { phone: b }],
	});
	expect(body).toMatchObject({ results: [{ state: 'optedOut' }, { state: 'optedIn' }] });
});

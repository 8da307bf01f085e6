import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	salesforceStream,
	type StreamNews,
	type StreamOptions,
} from '../../service/clients/salesforceStream';
import { useOrg } from '../sandbox/salesforceWorld';
import { until } from '../until';
import { salesforceApps } from './transports';

const { url, admin, contact, org, provision } = useOrg(200);
const baseUrl = () => `${url()}/salesforce`;

type Kind = StreamNews['kind'];
type Of<K extends Kind> = Extract<StreamNews, { kind: K }>;

const running: { end: AbortController; over: Promise<void> }[] = [];
afterEach(async () => {
	for (const { end, over } of running.splice(0)) {
		end.abort();
		await over;
	}
});

/** A stream that runs until the test is over, and what it told. */
function listen(options: Partial<StreamOptions> = {}) {
	const news: StreamNews[] = [];
	const end = new AbortController();
	const stream = salesforceStream(
		{
			auth: salesforceApps.clientCredentials,
			baseUrl: baseUrl(),
			objects: ['Contact', 'Lead'],
			from: {},
			now: Date.now,
			waitMs: () => 5,
			...options,
		},
		end.signal,
	);
	const over = (async () => {
		for await (const one of stream) news.push(one);
	})();
	running.push({ end, over });
	const of = <K extends Kind>(kind: K) => news.filter((one): one is Of<K> => one.kind === kind);
	return {
		news,
		of,
		stop: async () => {
			end.abort();
			await over;
		},
		up: (times = 1) => until(() => of('up').length >= times, `up ${times} times`),
		/** The ids of the records to read again, once these are among them. */
		changed: async (...ids: string[]) => {
			const all = () => of('told').flatMap(({ changed }) => changed.map(({ id }) => id));
			await until(() => ids.every((id) => all().includes(id)), `changes of ${ids.join()}`);
			return all();
		},
		lastId: () => of('told').at(-1)?.replayId,
	};
}

const edit = (id: string, RCS_Consent_Status__c = 'opted_out') =>
	admin('PATCH', `/records/${id}`, { fields: { RCS_Consent_Status__c } });
const expireTokens = () => admin('POST', '/tokens/expire', {});
const outage = (kind: string) => admin('PUT', '/outage', { kind });

describe('the stream of changes', () => {
	beforeEach(async () => {
		await provision();
		await admin('PUT', '/change-data-capture', { objects: ['Contact', 'Lead'] });
	});

	it.each(Object.values(salesforceApps))(
		'tells which records to read again: $kind',
		async (auth) => {
			const stream = listen({ auth });
			await stream.up();
			expect(stream.news).toEqual([
				{ kind: 'missed', object: 'Contact' },
				{ kind: 'missed', object: 'Lead' },
				{ kind: 'up' },
			]);
			const id = await contact();
			await edit(id);
			await admin('POST', '/records', {
				...{ object: 'Lead', fields: { LastName: 'Customer', Company: 'A' } },
			});
			await stream.changed(id);
			await until(() => stream.of('told').some(({ object }) => object === 'Lead'));
			expect(stream.of('told')[0]).toMatchObject({
				...{ object: 'Contact', changed: [{ object: 'Contact', id }], gone: [] },
			});
		},
	);

	it('leaves out what has nothing to do with consent, and goes on behind it', async () => {
		const [id, other] = [await contact(), await contact()];
		const stream = listen();
		await stream.up();
		await org('PATCH', `/sobjects/Contact/${id}`, { RCS_Last_Campaign__c: 'spring' });
		await until(() => stream.of('told').length > 0);
		const before = stream.lastId() ?? 0;
		await edit(other);
		expect(await stream.changed(other)).toEqual([other]);
		expect(stream.lastId()).toBeGreaterThan(before);
	});

	it('tells what is gone', async () => {
		const id = await contact();
		const stream = listen();
		await stream.up();
		await admin('DELETE', `/records/${id}`);
		await until(() => stream.of('told').some(({ gone }) => gone.some((one) => one.id === id)));
	});

	it('goes on where it was, and asks for nothing in between', async () => {
		const first = listen();
		await first.up();
		const ids = [await contact()];
		await first.changed(...ids);
		await first.stop();
		ids.push(await contact());
		const second = listen({ objects: ['Contact'], from: { Contact: first.lastId() ?? 0 } });
		ids.push(await contact());
		expect(await second.changed(...ids.slice(1))).toEqual(ids.slice(1));
		expect(second.of('missed')).toEqual([]);
	});

	it('says that something was missed where its place is kept no longer, and goes on', async () => {
		const first = listen();
		await first.up();
		await first.changed(await contact());
		await first.stop();
		await admin('POST', '/change-data-capture/expire');
		const second = listen({ objects: ['Contact'], from: { Contact: first.lastId() ?? 0 } });
		await second.up();
		expect(second.news[0]).toEqual({ kind: 'missed', object: 'Contact' });
		await second.changed(await contact());
		expect(second.of('down')).toEqual([]);
	});

	it('signs in again when its token ends, and loses nothing', async () => {
		const stream = listen();
		await stream.up();
		await stream.changed(await contact());
		await stream.changed(await contact());
		await expireTokens();
		const id = await contact();
		await stream.changed(id);
		await stream.up(2);
		expect(stream.of('down')).toEqual([]);
		// Both objects were subscribed to; only the one without an event yet is asked for again.
		expect(stream.of('missed').slice(2)).toEqual([{ kind: 'missed', object: 'Lead' }]);
	});

	it('shakes hands again when it is forgotten', async () => {
		const stream = listen();
		await stream.up();
		await stream.changed(await contact());
		await stream.changed(await contact());
		await admin('POST', '/change-data-capture/forget-clients');
		await stream.changed(await contact());
		expect(stream.of('down')).toEqual([]);
	});

	it.each(['unavailable', 'cut'])('comes back after an outage: %s', async (kind) => {
		const stream = listen();
		await stream.up();
		await stream.changed(await contact());
		await outage(kind);
		await until(() => stream.of('down').length > 1);
		const id = await contact();
		await outage('none');
		await stream.changed(id);
		for (const { error } of stream.of('down')) expect(error).toMatchObject({ retryable: true });
	});

	it('says what is wrong when its access is taken, and comes back', async () => {
		const stream = listen();
		await stream.up();
		await stream.changed(await contact());
		await admin('PUT', '/access', { revoked: true });
		const [down] = await until(() => stream.of('down').length > 1 && stream.of('down').slice(-1));
		expect(down?.error).toMatchObject({ category: 'auth', retryable: false });
		await admin('PUT', '/access', { revoked: false });
		await stream.up(2);
	});

	it('says what is wrong with a token that cannot be renewed, without the token', async () => {
		const token = 'not-a-token';
		const stream = listen({ auth: { kind: 'bearer', token } });
		const [down] = await until(() => stream.of('down').length > 0 && stream.of('down'));
		expect(down?.error).toMatchObject({
			...{ category: 'auth', code: '401', retryable: false },
			message: 'Salesforce streams no changes: Authentication invalid',
		});
		expect(JSON.stringify(stream.news)).not.toContain(token);
	});

	it('ends while it waits for an answer', async () => {
		const stream = listen();
		await stream.up();
		await outage('hang');
		await stream.stop();
		await outage('none');
	});
});

it('says how to let it in where nothing is selected in Salesforce', async () => {
	const stream = listen();
	const [down] = await until(() => stream.of('down').length > 0 && stream.of('down'));
	expect(down?.error).toMatchObject({
		category: 'configuration',
		advice: expect.stringContaining('Change Data Capture'),
	});
	await admin('PUT', '/change-data-capture', { objects: ['Contact', 'Lead'] });
	await stream.up();
});

describe('a server that', () => {
	let server: Server;
	let answers: (channel: string) => { status?: number; body: unknown };
	beforeEach(async () => {
		server = createServer((request, response) => {
			let text = '';
			request.on('data', (chunk: Buffer) => (text += chunk.toString()));
			request.on('end', () => {
				const [{ channel }] = JSON.parse(text) as [{ channel: string }];
				const { status = 200, body } = answers(channel);
				response.statusCode = status;
				response.end(typeof body === 'string' ? body : JSON.stringify(body));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterEach(() => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	});
	const from = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const ask = () =>
		listen({ auth: { kind: 'bearer', token: 't' }, baseUrl: from(), objects: ['Contact'] });
	const downOf = async () => {
		const stream = ask();
		return (await until(() => stream.of('down').length > 0 && stream.of('down')))[0]?.error;
	};

	it.each([
		['answers a page', { body: '<html>' }, { category: 'provider', retryable: true }],
		['answers an empty list', { body: [] }, { category: 'provider', retryable: true }],
		['is down', { status: 503, body: 'down' }, { category: 'provider', httpStatus: 503 }],
		['redirects', { status: 302, body: '' }, { category: 'configuration' }],
		[
			'refuses in the words of the REST API',
			{ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }] },
			{ category: 'auth', message: 'Session expired' },
		],
		[
			'has no place left',
			{
				body: [
					{
						...{ channel: '/meta/handshake', successful: false },
						error: '403::Organization concurrent user limit exceeded',
					},
				],
			},
			{ category: 'rateLimit', retryable: true },
		],
	])('%s', async (_name, answer, error) => {
		answers = () => answer;
		expect(await downOf()).toMatchObject(error);
	});

	it('tells of more changes than it names', async () => {
		let sent = false;
		const event = (changeType: string, recordIds: string[], replayId: number) => ({
			channel: '/data/ContactChangeEvent',
			data: {
				payload: { ChangeEventHeader: { entityName: 'Contact', changeType, recordIds } },
				event: { replayId },
			},
		});
		const id = '0035f0000000001AAA';
		answers = (channel) => {
			const done = { channel, clientId: 'c', successful: true };
			if (channel !== '/meta/connect' || sent) return { body: [done] };
			sent = true;
			const events = [
				event('GAP_UPDATE', [id], 1),
				event('GAP_OVERFLOW', ['000000000000000AAA'], 2),
				event('UPDATE', ['003*'], 3),
			];
			return { body: [done, ...events] };
		};
		const stream = ask();
		await until(() => stream.of('told').length > 0);
		expect(stream.of('missed')).toHaveLength(2);
		expect(stream.of('told')[0]).toEqual({
			kind: 'told',
			object: 'Contact',
			replayId: 3,
			changed: [{ object: 'Contact', id }],
			gone: [],
		});
		await stream.stop();
	});
});

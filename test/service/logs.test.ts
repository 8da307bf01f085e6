import * as v from 'valibot';
import { configSchema } from '../../service/config/schema';
import { openReports } from '../../service/operations/reports';
import { startTestService, TOKEN } from './support/world';

const PHONE = '+447700900123';
const TEXT = 'Is my parcel at the neighbours?';

/** Reports of a configuration, and the lines they logged. */
function logOf(config: object) {
	const lines: string[] = [];
	const reports = openReports(v.parse(configSchema, config), {
		write: (line) => lines.push(line),
	});
	return { reports, lines };
}

const secrets = {
	database: { kind: 'postgres', url: 'postgres://rcs:pass%2Fword-of-it@db/rcs' },
	http: { metricsToken: 'a-token-for-the-figures' },
	tokens: [{ name: 'n8n', token: 'a-token-of-the-file' }],
	providers: {
		shop: {
			provider: 'infobip',
			settings: {
				auth: { kind: 'apiKey', apiKey: 'key-of-the-provider' },
				webhook: { secret: ['old-webhook-secret', 'new-webhook-secret'] },
			},
		},
	},
	crms: {
		hubspot: {
			crm: 'hubspot',
			auth: { kind: 'bearer', token: 'key-of-the-crm' },
			sync: { webhookSecrets: ['secret-of-the-app'] },
		},
	},
};

const known = [
	'pass/word-of-it',
	'pass%2Fword-of-it',
	'a-token-for-the-figures',
	'a-token-of-the-file',
	'key-of-the-provider',
	'old-webhook-secret',
	'new-webhook-secret',
	'key-of-the-crm',
	'secret-of-the-app',
];

describe('the log', () => {
	it('is one JSON object a line, with level, time and words', () => {
		const { reports, lines } = logOf({});
		reports.info('Something happened', { count: 3, where: 'here' });
		expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
			{
				level: 'info',
				time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				msg: 'Something happened',
				count: 3,
				where: 'here',
			},
		]);
	});

	it('leaves out what is below its level', () => {
		const { reports, lines } = logOf({ log: { level: 'error' } });
		reports.info('Something happened');
		reports.warned('Something odd happened');
		reports.failed('Something', new Error('it broke'));
		expect(lines).toHaveLength(1);
	});

	it.each(known)('never has the secret %s', (secret) => {
		const { reports, lines } = logOf(secrets);
		const cause = new Error(`the cause had ${secret}`);
		reports.failed(`Calling with ${secret}`, new Error(`it said ${secret}`, { cause }));
		reports.info(`started with ${secret}`, { detail: secret });
		expect(lines).toHaveLength(2);
		expect(lines.join('')).not.toContain(secret);
	});

	it('hides secrets it does not know, where they are sent', () => {
		const { reports, lines } = logOf({});
		reports.warned('Authorization: Bearer abcdefghijkl', { url: 'postgres://rcs:hidden1@db/rcs' });
		expect(lines.join('')).not.toMatch(/abcdefghijkl|hidden1/);
	});

	it('has nothing that libraries hang on to errors', () => {
		const { reports, lines } = logOf({});
		const error = Object.assign(new Error(`invalid input syntax for type date: "${TEXT}"`), {
			code: '22007',
			detail: `Key (phone)=(${PHONE}) already exists`,
			config: { headers: { authorization: 'abc' }, data: TEXT },
		});
		reports.failed('database', error);
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({
			error: { type: 'Error', message: 'invalid input syntax for type date', code: '22007' },
		});
		expect(lines.join('')).not.toMatch(/neighbours|7700900123|abc/);
	});

	it.each([PHONE, '447700900123', '%2B447700900123', `https://example.com/?to=${PHONE}`])(
		'hides the phone in %s unless it may have it',
		(text) => {
			const closed = logOf({});
			const open = logOf({ log: { personalData: true } });
			for (const { reports } of [closed, open]) {
				reports.failed(text, new Error(text));
				reports.info('x', { text });
			}
			expect(closed.lines.join('')).not.toContain('7700900123');
			expect(open.lines.join('').match(/7700900123/g)?.length).toBe(3);
		},
	);

	it('tells the same failure once in a while', () => {
		const { reports, lines } = logOf({});
		for (let i = 0; i < 100; i += 1) reports.failed('database', new Error('connection refused'));
		reports.failed('database', new Error('something else'));
		expect(lines).toHaveLength(2);
	});
});

describe('the log of a service', () => {
	it('has no phone, text, query or token, whatever happens', async () => {
		const service = await startTestService({ log: { level: 'debug' } });
		try {
			const event = {
				eventId: 'a',
				provider: 'infobip',
				type: 'user.optedOut',
				occurredAt: '2026-11-01T10:00:00Z',
				user: PHONE,
				text: TEXT,
			};
			await service.post('/v1/events', event);
			await service.post('/v1/events?about=neighbours', { ...event, occurredAt: TEXT });
			await service.post('/v1/consent/check', { checks: [{ phone: PHONE }] });
			await service.post('/v1/consent/check', { checks: [{ phone: TEXT }] });
			await service.get(`/v1/consent/${PHONE}`);
			// The ledger is gone: what fails now carries the rows that it was to hold.
			await service.service.store.query('drop table rcs.statements');
			await service.post('/v1/events', { ...event, eventId: 'b' });
			await service.post('/v1/consent/check', { checks: [{ phone: PHONE }] });
		} finally {
			await service.stop();
		}
		const log = service.log.join('');
		expect(log).toContain('"path":"/v1/events"');
		expect(log).toContain('relation \\"rcs.statements\\" does not exist');
		expect(log).not.toMatch(/7700900123|neighbours/);
		expect(log).not.toContain(TOKEN);
	});
});

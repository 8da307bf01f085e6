import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../service/commands/command';
import { checkConfig } from '../../service/config/check';
import { ownToken } from '../../service/config/ownToken';
import { readConfig } from '../../service/config/read';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'rcs-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Variables = Record<string, string>;

const read = (variables: Variables = {}, json?: unknown) => {
	const file = join(folder, 'config.json');
	if (json !== undefined) writeFileSync(file, JSON.stringify(json));
	return readConfig(json === undefined ? undefined : file, (name) => variables[name]);
};

/** The problems of a configuration. */
async function problems(variables: Variables, json?: unknown) {
	try {
		checkConfig(await read(variables, json));
	} catch (error) {
		if (error instanceof CommandError) return error.problems;
		throw error;
	}
	return [];
}

describe('reading the configuration', () => {
	it('needs nothing', async () => {
		expect(await read()).toMatchObject({
			database: { kind: 'pglite', folder: 'rcs-data' },
			role: 'all',
			http: { host: '127.0.0.1', port: 4080 },
			log: { level: 'info', personalData: false },
		});
	});

	it('takes values of the environment anywhere in the file, numbers as well', async () => {
		const config = await read(
			{ PORT: '9000', KEY: 'a-key-of-the-environment', OPEN: 'true' },
			{
				http: { port: { env: 'PORT' } },
				tokens: [{ name: 'n8n', token: { env: 'KEY' } }],
				providers: { shop: { provider: 'seven', allowUnverified: { env: 'OPEN' } } },
			},
		);
		expect(config.http.port).toBe(9000);
		expect(config.tokens[0]?.token).toBe('a-key-of-the-environment');
		expect(config.providers['shop']?.allowUnverified).toBe(true);
	});

	it('names the key whose variable is missing', async () => {
		const json = { tokens: [{ name: 'n8n', token: { env: 'KEY' } }] };
		expect(await problems({}, json)).toEqual([
			{
				path: 'config.tokens.0.token',
				message: 'config.tokens.0.token: the environment has no variable KEY',
			},
		]);
	});

	it('has variables win over the file, whose others stay', async () => {
		const variables = {
			RCS_DATABASE_URL: 'postgres://rcs@db/rcs',
			RCS_ROLE: 'ingest',
			RCS_HTTP_HOST: '0.0.0.0',
			RCS_HTTP_PORT: '8080',
			RCS_PUBLIC_URL: 'https://rcs.example.com',
			RCS_METRICS_TOKEN: 'a-token-for-figures',
			RCS_TOKEN: 'a-token-of-the-environment',
			RCS_LOG_LEVEL: 'debug',
		};
		const config = await read(variables, {
			database: { kind: 'pglite', folder: 'data' },
			http: { port: 1 },
			tokens: [{ name: 'n8n', token: 'a-token-of-the-file', may: ['events'] }],
			log: { personalData: true },
		});
		expect(config).toMatchObject({
			database: { kind: 'postgres', url: 'postgres://rcs@db/rcs' },
			role: 'ingest',
			http: {
				host: '0.0.0.0',
				port: 8080,
				publicUrl: 'https://rcs.example.com',
				metricsToken: 'a-token-for-figures',
			},
			log: { level: 'debug', personalData: true },
		});
		expect(config.tokens.map(({ name, may }) => [name, may.length])).toEqual([
			['n8n', 1],
			['environment', 4],
		]);
	});

	it('finds its file by a variable', async () => {
		const file = join(folder, 'other.json');
		writeFileSync(file, '{"role": "sync"}');
		expect(await read({ RCS_CONFIG: file })).toMatchObject({ role: 'sync' });
	});

	it('reads names of purposes however they are written', async () => {
		const crm = { crm: 'hubspot', sync: { purpose: ' News' } };
		const config = await read(
			{},
			{ purposes: { 'Codes ': { kind: 'transactional' } }, crms: { a: crm } },
		);
		expect(config.purposes).toEqual({ codes: { kind: 'transactional' } });
		expect(config.crms['a']?.sync.purpose).toBe('news');
	});

	it('takes empty variables for absent ones', async () => {
		expect(await read({ RCS_HTTP_PORT: '', RCS_CONFIG: '' })).toMatchObject({
			http: { port: 4080 },
		});
	});
});

describe('what is wrong', () => {
	it.each<[Variables, string, RegExp]>([
		[{ RCS_HTTP_PORT: 'http' }, 'RCS_HTTP_PORT', /must be a whole number from 0 to 65535/],
		[{ RCS_HTTP_PORT: '80.5' }, 'RCS_HTTP_PORT', /must be a whole number/],
		[
			{ RCS_ROLE: 'everything' },
			'RCS_ROLE',
			/must be "all", "ingest" or "sync", but is another text$/,
		],
		[{ RCS_DATABASE_URL: 'db.example.com' }, 'RCS_DATABASE_URL', /such as postgres:/],
		[{ RCS_PUBLIC_URL: 'rcs.example.com' }, 'RCS_PUBLIC_URL', /such as https:/],
		[{ RCS_TOKEN: 'too-short' }, 'RCS_TOKEN', /at least 16 characters/],
		[{ RCS_DATA_FOLDER: 'a', RCS_DATABASE_URL: 'postgres://h/d' }, 'RCS_DATA_FOLDER', /both/],
		[{ RCS_DATABASE_URL: 'postgres://h/d' }, 'config.tokens', /need the same tokens/],
	])('%j', async (variables, path, message) => {
		expect(await problems(variables)).toEqual([{ path, message: expect.stringMatching(message) }]);
	});

	it.each<[unknown, string]>([
		[{ htpp: {} }, 'config.htpp'],
		[{ purposes: { News: {}, 'news ': {} } }, 'config.purposes'],
		[{ purposes: { ' Marketing': { kind: 'transactional' } } }, 'config.purposes'],
		[{ purposes: { '*': { kind: 'transactional' } } }, 'config.purposes'],
		[{ http: { port: -1 } }, 'config.http.port'],
		[{ http: { port: true } }, 'config.http.port'],
		[{ log: { personalData: 'maybe' } }, 'config.log.personalData'],
		[{ retention: { events: 0 } }, 'config.retention.events'],
		[{ database: { kind: 'mysql' } }, 'config.database.kind'],
		[{ tokens: [{ name: 'n8n' }] }, 'config.tokens.0.token'],
		[{ providers: { shop: { provider: 'unknown' } } }, 'config.providers.shop.provider'],
		[{ providers: { 'My Shop': { provider: 'seven' } } }, 'config.providers.My Shop'],
		[{ crms: { hubspot: { crm: 'hubspot' } } }, 'config.crms.hubspot.auth'],
		[{ crms: { a: { crm: 'hubspot', auth: { kind: 'bearer' } } } }, 'config.crms.a.auth.token'],
		[{ crms: { a: { crm: 'salesforce', auth: {} } } }, 'config.crms.a.auth.kind'],
	])('%j is told by its key', async (json, path) => {
		const found = await problems({}, json);
		expect(found.map((problem) => problem.path)).toEqual([path]);
		expect(found[0]?.message).toContain(path);
	});

	it.each<[object, string, RegExp]>([
		[{ from: '21:00', to: '09:00' }, 'from', /must be before "to", on the same day/],
		[{ from: '9', to: '20:00' }, 'from', /must be a time, such as 09:00/],
		[{ from: '09:00', to: '25:00' }, 'to', /must be a time, such as 20:00/],
		[{ from: '09:00', to: '20:00', days: [] }, 'days', /at least one day/],
	])('hours that would stop all marketing: %j', async (own, field, message) => {
		const json = { purposes: { marketing: { quietHours: { own } } } };
		const path = `config.purposes.marketing.quietHours.own.${field}`;
		expect(await problems({}, json)).toEqual([{ path, message: expect.stringMatching(message) }]);
	});

	it.each<[object, string, string]>([
		[{ providers: { 'My Shop': {} } }, 'config.providers.My Shop', 'must be lower case letters,'],
		[{ log: { level: 7 } }, 'config.log.level', '"error" or "silent", but is of type number'],
		[{ log: { level: null } }, 'config.log.level', '"silent", but is null'],
		[{ tokens: {} }, 'config.tokens', 'must be a list, but is an object'],
		[{ http: 'x' }, 'config.http', 'must be an object, but is of type string'],
		[
			{ purposes: { a: { quietHours: 'no' } } },
			'config.purposes.a.quietHours',
			'must be "off" or an object, but is another text',
		],
	])('%j is told in words', async (json, path, words) => {
		const [first] = await problems({}, json);
		expect(first).toEqual({ path, message: expect.stringContaining(words) });
	});

	it('two tokens of one name, of which nobody could say whose it is', async () => {
		const token = { name: 'n8n', token: 'a-token-of-the-file' };
		const path = 'config.tokens';
		expect(
			await problems({}, { tokens: [token, { ...token, token: 'another-token-of-it' }] }),
		).toEqual([{ path, message: 'config.tokens has two tokens of one name' }]);
		const environment = { name: 'environment', token: 'a-token-of-the-file' };
		expect(
			await problems({ RCS_TOKEN: 'a-token-of-the-environment' }, { tokens: [environment] }),
		).toHaveLength(1);
	});

	it('never repeats what it found', async () => {
		const secret = 'SECRET';
		const json = {
			database: { kind: 'postgres', url: secret },
			role: secret,
			http: { port: secret, publicUrl: secret, metricsToken: secret },
			tokens: [{ name: 'n8n', token: secret, may: [secret] }],
			log: { level: secret, personalData: secret },
		};
		const found = [
			...(await problems({}, json)),
			...(await problems({}, { database: { kind: secret } })),
			...(await problems({}, { providers: { a: { provider: secret } } })),
			...(await problems({}, { providers: { a: settingsWith(secret) } })),
			...(await problems({}, { crms: { a: { crm: secret } } })),
			...(await problems({}, { crms: { a: { crm: 'hubspot', auth: { kind: secret } } } })),
			...(await problems({ RCS_ROLE: secret, RCS_TOKEN: secret, RCS_HTTP_PORT: secret })),
		];
		expect(found.length).toBeGreaterThan(14);
		expect(JSON.stringify(found)).not.toContain(secret);
	});

	it('says which file cannot be read', async () => {
		await expect(readConfig(join(folder, 'none.json'), () => undefined)).rejects.toThrow('ENOENT');
		const broken = join(folder, 'broken.json');
		writeFileSync(broken, '{"tokens": "SECRET"');
		await expect(readConfig(broken, () => undefined)).rejects.toThrow(/is not valid JSON$/);
		await expect(read({}, [])).rejects.toThrow(/must hold an object/);
	});
});

function settingsWith(secret: string) {
	return {
		provider: 'infobip',
		settings: { auth: { kind: 'apiKey', apiKey: [secret] }, agent: [secret] },
	};
}

describe('the token of a service that was given none', () => {
	it('is made once, and only its owner can read it', async () => {
		const data = join(folder, 'deep', 'data');
		const first = await ownToken(data);
		const later = await ownToken(data);
		expect(statSync(first.file).mode & 0o777).toBe(0o600);
		expect(readFileSync(first.file, 'utf8').trim()).toBe(later.token);
		expect(later.token).toMatch(/^[\w-]{32}$/);
		expect(later).toEqual(first);
	});
});

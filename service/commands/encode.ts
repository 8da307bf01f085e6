import { randomUUID } from 'node:crypto';
import { toCurl, tryDryRun } from '../../core/dryRun';
import type { HttpRequest } from '../../core/http';
import { asArray, asObject, asString, defined } from '../../core/json';
import { parseMessage } from '../../core/message/schema';
import type { Change, Problem } from '../../core/message/problem';
import type { ReadyMessage } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { type IfNotSupported, prepare } from '../../core/send';
import type { Auth, AuthKind, ProviderSettings } from '../../core/settings';
import { type Command, CommandError, type Io, wrong } from './command';
import { readOptions, readProvider, readSettings, readStdinJson } from './input';

const help = `Shows the requests a provider would get for a message. Nothing is sent.

Usage: rcs-connectors encode --provider ID [options] < message.json

Standard input: an RcsMessage as JSON, or an array of them.
Standard output: a JSON array of {method, url, headers, body}; secrets are shown as ***.

Options:
  --provider ID             see "rcs-connectors providers"
  --settings FILE           JSON file with baseUrl, agent, auth and options of the account
  --if-not-supported WHAT   fail (default) or downgrade; changes go to standard error as JSON lines
  --curl                    cURL commands instead of JSON
  --help                    this text

Exit status: 0, or 2 with {"errors": [{"path", "message"}]} when the input is not valid.
`;

export const encode: Command = {
	summary: 'the requests a provider would get for a message',
	help,
	async run(args, io) {
		const options = readOptions(args, {
			provider: { type: 'string' },
			settings: { type: 'string' },
			'if-not-supported': { type: 'string', default: 'fail' },
			curl: { type: 'boolean', default: false },
		});
		const provider = readProvider(options.provider);
		const ifNotSupported = readIfNotSupported(options['if-not-supported']);
		const settings = withExamples(await readSettings(options.settings, provider), provider);
		const authorized = provider.authorize(settings);
		if (!authorized.ok) throw new CommandError(authorized.problems);
		const input = await readStdinJson(io, 'an RcsMessage, or an array of them');
		const now = io.now();
		const messages = readMessages(input, provider, now, ifNotSupported, io);
		const dry = await tryDryRun(provider, settings, messages, now);
		if (!dry.ok) throw wrong('settings', `${dry.error.message}. ${dry.error.advice}`);
		io.stdout(
			options.curl
				? dry.requests.map((request) => `${toCurl(request)}\n`).join('\n')
				: `${JSON.stringify(dry.requests.map(complete), null, 2)}\n`,
		);
		return 0;
	},
};

function readIfNotSupported(value: string): IfNotSupported {
	if (value === 'fail' || value === 'downgrade') return value;
	const message = `--if-not-supported must be fail or downgrade, but is "${value}"`;
	throw wrong('--if-not-supported', message);
}

/** Requests can be shown without an account, too. */
function withExamples(settings: ProviderSettings, { profile }: Provider): ProviderSettings {
	const [kind] = profile.auth;
	return {
		...defined({ baseUrl: profile.exampleBaseUrl, agent: profile.exampleAgent }),
		...(kind ? { auth: exampleAuth(kind) } : {}),
		...settings,
	};
}

function exampleAuth(kind: AuthKind): Auth {
	switch (kind) {
		case 'apiKey':
			return { kind, apiKey: '***' };
		case 'basic':
			return { kind, username: '***', password: '***' };
		case 'bearer':
			return { kind, token: '***' };
		case 'oauth2':
			return { kind, clientId: '***', clientSecret: '***', accessToken: '***' };
		case 'serviceAccount':
			return { kind, clientEmail: '***', privateKey: '***', accessToken: '***' };
	}
}

/** Every message made ready; what is wrong with any of them is reported for all of them at once. */
function readMessages(
	input: unknown,
	provider: Provider,
	now: Date,
	ifNotSupported: IfNotSupported,
	io: Io,
): ReadyMessage[] {
	const read = (Array.isArray(input) ? input : [input]).map((one: unknown, i) => {
		const prefix = Array.isArray(input) ? `[${i}].` : '';
		return readMessage(one, prefix, provider, now, ifNotSupported);
	});
	const problems = [...read.flatMap((result) => result.problems), ...usedTwice(input)];
	if (problems.length > 0) throw new CommandError(problems);
	for (const change of read.flatMap((result) => result.changes))
		io.stderr(`${JSON.stringify(change)}\n`);
	return read.flatMap(({ message }) => message ?? []);
}

/** A provider that recognises ids would send only the first of two messages with one. */
function usedTwice(input: unknown): Problem[] {
	const firsts = new Map<string, number>();
	return asArray(input).flatMap((one, i) => {
		const id = asString(asObject(one)['id']);
		if (id === undefined) return [];
		const first = firsts.get(id);
		if (first === undefined) {
			firsts.set(id, i);
			return [];
		}
		const path = `[${i}].id`;
		return [{ path, message: `${path} is "${id}", which is the id of [${first}] already` }];
	});
}

interface Read {
	message?: ReadyMessage;
	changes: Change[];
	problems: Problem[];
}

function readMessage(
	json: unknown,
	prefix: string,
	provider: Provider,
	now: Date,
	ifNotSupported: IfNotSupported,
): Read {
	const at = <P extends { path: string }>(part: P): P => ({
		...part,
		path: `${prefix}${part.path}`,
	});
	const parsed = parseMessage(json);
	if (!parsed.ok) return { problems: parsed.problems.map(at), changes: [] };
	const message = { ...parsed.value, id: parsed.value.id ?? randomUUID() };
	const prepared = prepare(provider, message, now, ifNotSupported);
	if (!prepared.ok) return { problems: prepared.problems.map(at), changes: [] };
	return { message: prepared.message, changes: prepared.changes.map(at), problems: [] };
}

function complete({ method, url, headers = {}, body = null }: HttpRequest) {
	return { method, url, headers, body };
}

import { asObject, isObject, type JsonObject } from '../../core/json';
import type { Delivery } from '../../core/webhook/delivery';
import { type Command, type Io, wrong } from './command';
import { readOptions, readProvider, readSettings, readStdinJson } from './input';

const help = `Checks a webhook of a provider and shows the events in it.

Usage: rcs-connectors webhook --provider ID [--settings FILE] < delivery.json

Standard input: {"method", "url", "headers", "body"}; body is the raw body as a string.
Standard output: {"verified", "reason"?, "reply", "events"}. "verified" is ok, failed,
notConfigured (no secret in the settings) or unsupported; a failed webhook has no events.

Options:
  --provider ID     see "rcs-connectors providers"
  --settings FILE   JSON file with the webhook secrets of the account
  --help            this text

Exit status: 0, or 2 with {"errors": [{"path", "message"}]} when the input is not valid.
`;

export const webhook: Command = {
	summary: 'checks a webhook and shows its events',
	help,
	async run(args, io) {
		const options = readOptions(args, {
			provider: { type: 'string' },
			settings: { type: 'string' },
		});
		const provider = readProvider(options.provider);
		const settings = await readSettings(options.settings, provider);
		const delivery = readDelivery(
			await readStdinJson(io, '{"method", "url", "headers", "body"}'),
			io,
		);
		const reply = provider.webhook.handshake?.(delivery, settings) ?? null;
		// A provider answers a check of the endpoint only when the check proves to be its own.
		const verdict = reply
			? { verified: 'ok' }
			: provider.webhook.verify(delivery, settings, io.now());
		const events = !reply && verdict.verified !== 'failed' ? provider.webhook.parse(delivery) : [];
		const result = { ...verdict, reply, events };
		io.stdout(`${JSON.stringify(result, null, 2)}\n`);
		return 0;
	},
};

const MEMBERS = ['method', 'url', 'headers', 'body'];

function readDelivery(json: unknown, io: Io): Delivery {
	if (!isObject(json)) throw wrong('stdin', 'Standard input must be a JSON object');
	const stray = Object.keys(json).find((name) => !MEMBERS.includes(name));
	if (stray !== undefined) throw wrong(stray, `${stray} is not a known field`);
	const { body, headers } = json;
	if (typeof body !== 'string')
		throw wrong(
			'body',
			'body must be the raw body as a string, because signatures are over its bytes',
		);
	if (headers !== undefined && !isObject(headers))
		throw wrong('headers', 'headers must be an object of strings');
	return {
		method: text(json, 'method') ?? 'POST',
		url: text(json, 'url') ?? '',
		headers: lowerCase(asObject(headers)),
		body: Buffer.from(body, 'utf8'),
		receivedAt: io.now().toISOString(),
	};
}

function text(json: JsonObject, name: string): string | undefined {
	const value = json[name];
	if (value === undefined || typeof value === 'string') return value;
	throw wrong(name, `${name} must be a string`);
}

function lowerCase(headers: JsonObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => {
			const values: unknown[] = Array.isArray(value) ? value : [value];
			if (!values.every((one) => typeof one === 'string'))
				throw wrong(`headers.${name}`, `headers.${name} must be a string or a list of strings`);
			return [name.toLowerCase(), values.join(', ')];
		}),
	);
}

import type { FastifyInstance, FastifyReply } from 'fastify';

import { isObject, type JsonObject } from '../json';
import type { Network } from '../network/network';
import { toE164, type PhoneChange } from '../network/phones';
import { suggestionAt, suggestionWith } from '../network/suggestions';
import type { Agent, Message, Phone } from '../network/types';
import { showEntry, showInbound, showPhone } from './view';

interface Params {
	Params: { number: string };
}

/** A load test may write to thousands of numbers: the page could not show them. */
const STRANGERS_LISTED = 20;

const traits = ['online', 'airplane', 'rcs', 'blocked', 'reads', 'whatsapp'] as const;

/** What a person can do with a phone: look, switch, tap, type. */
export function phoneRoutes(
	app: FastifyInstance,
	network: Network,
	agents: readonly Agent[],
): void {
	const refuse = (reply: FastifyReply, status: number, error: string) =>
		reply.code(status).send({ error });

	app.get('/sandbox/phones', async () => ({
		phones: [...network.phones.list(), ...strangers()].map((phone) => showPhone(phone, network)),
	}));

	/** The latest numbers that were written to although nobody set up their phones. */
	const strangers = (): Phone[] =>
		network.messages
			.numbers()
			.filter((number) => !network.phones.find(number))
			.slice(-STRANGERS_LISTED)
			.map((number) => network.phones.reach(number));

	app.addHook<Params>('preHandler', async ({ params, routeOptions, method }, reply) => {
		if (!routeOptions.url?.includes('/:number')) return undefined;
		const number = toE164(params.number);
		if (!number) return refuse(reply, 400, `${params.number} is not a phone number`);
		params.number = number;
		if (['POST', 'PUT'].includes(method) && network.phones.reach(number).airplane)
			return refuse(reply, 409, 'The phone is in airplane mode: nothing leaves it');
	});

	app.get<Params>('/sandbox/phones/:number', async ({ params }) =>
		showPhone(network.phones.reach(params.number), network),
	);

	app.patch<Params>('/sandbox/phones/:number', async ({ params, body }, reply) => {
		const change = readChange(body);
		if (!change)
			return refuse(reply, 400, `Only ${traits.join(', ')} can change, to true or false`);
		return showPhone(network.changePhone(params.number, change), network);
	});

	app.get<Params>('/sandbox/phones/:number/messages', async ({ params }) => ({
		messages: network.messages.timeline(params.number).map(showEntry),
	}));

	app.post<Params>('/sandbox/phones/:number/tap', async ({ params, body }, reply) => {
		const wanted = isObject(body) ? body : {};
		const message = findMessage(params.number, wanted);
		if (!message) return refuse(reply, 404, 'This phone has no such message');
		if (!wasDelivered(message))
			return refuse(reply, 409, 'The phone has not got this message as RCS');
		const suggestion = findSuggestion(message, wanted);
		if (!suggestion) return refuse(reply, 404, 'The message has no such suggestion');
		return showInbound(network.tap(message, suggestion));
	});

	function findMessage(number: string, { messageId, provider }: JsonObject): Message | undefined {
		return network.messages
			.timeline(number)
			.flatMap((entry) => (entry.type === 'message' ? entry.message : []))
			.findLast(
				({ id, agent }) =>
					id === messageId && (provider === undefined || provider === agent.provider),
			);
	}

	app.post<Params>('/sandbox/phones/:number/text', async ({ params, body }, reply) => {
		const { text, agent: wanted } = isObject(body) ? body : {};
		if (typeof text !== 'string' || text === '') return refuse(reply, 400, 'text is needed');
		const agent = findAgent(params.number, wanted);
		if (!agent) return refuse(reply, 409, 'Nobody wrote to this phone yet: name an agent');
		return showInbound(network.write(params.number, agent, text));
	});

	app.post<Params>('/sandbox/phones/:number/file', async ({ params, body }, reply) => {
		const { url, name, mimeType, bytes, agent: wanted } = isObject(body) ? body : {};
		const texts = [url, name, mimeType].every((value) => typeof value === 'string');
		if (!texts || typeof bytes !== 'number')
			return refuse(reply, 400, 'url, name, mimeType and bytes are needed');
		const agent = findAgent(params.number, wanted);
		if (!agent) return refuse(reply, 409, 'Nobody wrote to this phone yet: name an agent');
		const file = { url: String(url), name: String(name), mimeType: String(mimeType), bytes };
		return showInbound(network.sendFile(params.number, agent, file));
	});

	app.post<Params>('/sandbox/phones/:number/location', async ({ params, body }, reply) => {
		const agent = findAgent(params.number, isObject(body) ? body['agent'] : undefined);
		if (!agent) return refuse(reply, 409, 'Nobody wrote to this phone yet: name an agent');
		return showInbound(network.sendLocation(params.number, agent));
	});

	app.post<Params>('/sandbox/phones/:number/form', async ({ params, body }, reply) => {
		const wanted = isObject(body) ? body : {};
		const message = findMessage(params.number, wanted);
		if (!message || message.content.kind !== 'form')
			return refuse(reply, 404, 'This phone has no such form');
		const values = isObject(wanted['values']) ? wanted['values'] : {};
		const missing = message.content.fields.find(({ name, required }) => required && !values[name]);
		if (missing) return refuse(reply, 400, `${missing.label} has to be filled in`);
		const filled = Object.entries(values).map(([name, value]) => [name, String(value)]);
		return showInbound(network.submitForm(message, Object.fromEntries(filled)));
	});

	app.post<Params>('/sandbox/phones/:number/subscription', async ({ params, body }, reply) => {
		const { subscribed, agent: wanted } = isObject(body) ? body : {};
		if (typeof subscribed !== 'boolean') return refuse(reply, 400, 'subscribed is needed');
		const agent = findAgent(params.number, wanted);
		if (!agent) return refuse(reply, 409, 'Nobody wrote to this phone yet: name an agent');
		return showInbound(network.subscribe(params.number, agent, subscribed));
	});

	app.post<Params>('/sandbox/phones/:number/typing', async ({ params, body }, reply) => {
		const agent = findAgent(params.number, isObject(body) ? body['agent'] : undefined);
		if (!agent) return refuse(reply, 409, 'Nobody wrote to this phone yet: name an agent');
		network.userTyping(params.number, agent);
		return { typing: true };
	});

	app.put<Params>('/sandbox/phones/:number/block', async ({ params, body }, reply) => {
		const { blocked, spam = false, agent: wanted } = isObject(body) ? body : {};
		if (typeof blocked !== 'boolean' || typeof spam !== 'boolean')
			return refuse(reply, 400, 'blocked is needed, and spam is true or false');
		const agent = findAgent(params.number, wanted);
		if (!agent) return refuse(reply, 409, 'Nobody wrote to this phone yet: name an agent');
		const phone = network.block(params.number, agent, blocked);
		if (spam) network.complain(params.number, agent);
		return showPhone(phone, network);
	});

	/** The agent that was named, else the one that wrote last. */
	function findAgent(number: string, wanted: unknown): Agent | undefined {
		if (wanted !== undefined) return agents.find(({ id }) => id === wanted);
		return network.messages.lastTo(number)?.agent;
	}
}

function readChange(body: unknown): PhoneChange | undefined {
	if (!isObject(body)) return undefined;
	const change: PhoneChange = {};
	for (const [name, value] of Object.entries(body)) {
		const trait = traits.find((known) => known === name);
		if (!trait || typeof value !== 'boolean') return undefined;
		change[trait] = value;
	}
	return change;
}

const wasDelivered = ({ legs: [{ state }] }: Message): boolean =>
	state === 'delivered' || state === 'read';

function findSuggestion({ content }: Message, wanted: JsonObject) {
	const { cardIndex, suggestionIndex, postbackData } = wanted;
	if (typeof postbackData === 'string') return suggestionWith(content, postbackData);
	if (typeof suggestionIndex !== 'number') return undefined;
	return suggestionAt(content, {
		suggestionIndex,
		cardIndex: typeof cardIndex === 'number' ? cardIndex : undefined,
	});
}

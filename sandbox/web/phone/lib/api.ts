import { ask } from '../../lib/ask';
import type {
	Agent,
	Entry,
	MessageEntry,
	PhoneView,
	Place,
	TrafficEntry,
	TrafficSummary,
	Traits,
} from './types';

const phone = (number: string) => `/sandbox/phones/${encodeURIComponent(number)}`;

/** As the sandbox tells it: the page names entries by itself. */
type Told<T> = T extends Entry ? Omit<T, 'key'> : never;
const keyed = (entry: Told<Entry>): Entry => ({
	...entry,
	key: `${entry.type} ${entry.provider} ${entry.id}`,
});
/** An entry as a server-sent event brings it. */
export const readEntry = (data: string): Entry => keyed(JSON.parse(data) as Told<Entry>);

export const phones = async () =>
	(await ask<{ phones: PhoneView[] }>('GET', '/sandbox/phones')).phones;
export const agents = async () => (await ask<{ agents: Agent[] }>('GET', '/sandbox/agents')).agents;
export const entries = async (number: string) =>
	(await ask<{ messages: Told<Entry>[] }>('GET', `${phone(number)}/messages`)).messages.map(keyed);
export const traffic = async () =>
	(await ask<{ traffic: TrafficSummary[] }>('GET', '/sandbox/traffic')).traffic;
export const trafficOf = async (message: string) =>
	(
		await ask<{ traffic: TrafficSummary[] }>(
			'GET',
			`/sandbox/traffic?message=${encodeURIComponent(message)}`,
		)
	).traffic;
export const exchange = (id: string) =>
	ask<TrafficEntry>('GET', `/sandbox/traffic/${encodeURIComponent(id)}`);

/** Switches something on a phone; a number nobody set up becomes a phone by it. */
export const change = (number: string, traits: Traits) =>
	ask<PhoneView>('PATCH', phone(number), traits);
export const write = (number: string, text: string, agent: string) =>
	ask('POST', `${phone(number)}/text`, { text, agent });
export const typing = (number: string, agent: string) =>
	ask('POST', `${phone(number)}/typing`, { agent });
export const tap = ({ to, id, provider }: MessageEntry, place: Place) =>
	ask('POST', `${phone(to)}/tap`, { messageId: id, provider, ...place });
export const submitForm = ({ to, id, provider }: MessageEntry, values: Record<string, string>) =>
	ask('POST', `${phone(to)}/form`, { messageId: id, provider, values });
export const sendFile = (
	number: string,
	file: { url: string; name: string; mimeType: string; bytes: number },
	agent: string,
) => ask('POST', `${phone(number)}/file`, { ...file, agent });
export const sendLocation = (number: string, agent: string) =>
	ask('POST', `${phone(number)}/location`, { agent });
/** Blocks an agent, or takes that back; `spam` reports it as well. */
export const block = (number: string, block: { blocked: boolean; spam: boolean }, agent: string) =>
	ask('PUT', `${phone(number)}/block`, { ...block, agent });
export const subscribe = (number: string, subscribed: boolean, agent: string) =>
	ask('POST', `${phone(number)}/subscription`, { subscribed, agent });

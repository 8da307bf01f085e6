import type { HttpRequest } from '../../core/http';
import type { ReadyMessage } from '../../core/message/types';
import type { Call, Provider } from '../../core/provider';
import { agileTelecom } from '../../core/providers/agile-telecom';
import { prepare, sendBatch } from '../../core/send';
import { type ProviderSettings } from '../../core/settings';
import { aMessage, NOW } from '../fixtures/messages';
import { response } from './deliver';

export const provider: Provider = agileTelecom;
export const base = 'https://lora-api.agiletelecom.com';

export function wire(body: unknown, status = 200, settings: ProviderSettings = { agent: '1' }) {
	const requests: HttpRequest[] = [];
	const call: Call = {
		http: (request) => {
			requests.push(request);
			return Promise.resolve(response(status, JSON.stringify(body)));
		},
		settings,
		now: NOW,
		newId: () => 'new-id',
	};
	return { call, requests };
}

/** What reached the wire for a message that was prepared as the nodes do. */
export async function sent(more: Partial<ReadyMessage>, settings?: ProviderSettings) {
	const prepared = prepare(provider, aMessage({ id: 'out-1', ...more }), NOW);
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	const { call, requests } = wire({ results: { rcs: { accepted: true } } }, 200, settings);
	const [result] = await sendBatch(provider, call, [prepared.message]);
	return { body: requests[0]?.body, result, changes: prepared.changes };
}

export const to = '+447700900123';
export const envelope = { destination: to, agentId: 1, messageId: 'out-1' };
export const mug = 'https://example.com/images/promo-spring.jpg';
export const card = {
	title: 'Offerta Speciale',
	description: 'Sconto del 30%',
	media: { url: mug, height: 'medium' as const },
	suggestions: [
		{ type: 'openUrl' as const, text: "Scopri l'offerta", url: 'https://example.com/promo' },
		{
			type: 'calendar' as const,
			text: 'Ricordamelo',
			title: 'Fine promozione primavera',
			startTime: '2030-03-31T11:00:00+02:00',
			endTime: '2030-03-31T23:59:00Z',
		},
	],
};
export const encodedCard = {
	title: 'Offerta Speciale',
	description: 'Sconto del 30%',
	mediaUrl: mug,
	mediaHeight: 'MEDIUM',
	suggestions: [
		{ type: 'url', text: "Scopri l'offerta", url: 'https://example.com/promo' },
		{
			type: 'calendar',
			text: 'Ricordamelo',
			title: 'Fine promozione primavera',
			startTime: '2030-03-31T09:00:00Z',
			endTime: '2030-03-31T23:59:00Z',
		},
	],
};

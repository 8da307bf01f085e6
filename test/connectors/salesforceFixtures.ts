import type { ContactChange, MessageChange } from '../../connectors/changes';
import type { CrmSettings } from '../../connectors/crm';
import type { Row } from '../../connectors/row';
import type { RcsEvent } from '../../core/event/types';
import type { HttpResponse } from '../../core/http';
import { asArray, asObject } from '../../core/json';

export const settings: CrmSettings = {
	baseUrl: 'https://example.my.salesforce.com',
	createContacts: false,
	history: true,
};

export const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString();

/** Numbers of a range that belongs to nobody: `+447700900000` and on, made longer for large tests. */
export const phoneOf = (i: number) => `+4477009${String(i).padStart(5, '0')}`;
export const contactId = (i: number) => `003${String(i).padStart(12, '0')}AAA`;
export const contactOf = (i: number) => ({ object: 'Contact', id: contactId(i) });

export function contactChange(i: number, more: Partial<ContactChange> = {}): ContactChange {
	const values = { lastEvent: 'message_read', lastEventAt: at(3) };
	return { phone: phoneOf(i), record: contactOf(i), values, urgent: false, ...more };
}

export function messageChange(i: number, more: Partial<MessageChange> = {}): MessageChange {
	const times = { sent: at(1), delivered: at(2) };
	return {
		phone: phoneOf(i),
		record: contactOf(i),
		provider: 'infobip',
		messageId: `message-${i}`,
		campaigns: [],
		agents: [],
		message: {
			state: 'delivered',
			channel: 'rcs',
			fellBack: false,
			legs: [{ channel: 'rcs', state: 'delivered', times }],
		},
		...more,
	};
}

/** The life of one message: five events. */
export function eventsOf(i: number): RcsEvent[] {
	const types = ['queued', 'sent', 'delivered', 'read', 'replied'] as const;
	return types.map((what, second) => ({
		eventId: `${what}-${i}`,
		provider: 'infobip',
		type: `message.${what}`,
		occurredAt: at(second),
		user: phoneOf(i),
		messageId: `message-${i}`,
		channel: 'rcs',
		raw: null,
	}));
}

export function row(target: string, body: Row['body'], more: Partial<Row> = {}): Row {
	return { key: JSON.stringify(body), target, phone: phoneOf(1), urgent: false, body, ...more };
}

export function answer(body: unknown, status = 200): HttpResponse {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { status, headers: {}, body: text };
}

export function compositeAnswer(parts: readonly (readonly [status: number, body: unknown])[]) {
	return answer({
		compositeResponse: parts.map(([httpStatusCode, body], i) => ({
			body,
			httpHeaders: {},
			httpStatusCode,
			referenceId: `part${i}`,
		})),
	});
}

/** The parts of a composite: method, path and records. */
export function partsOf(request: { body?: unknown }) {
	return asArray(asObject(request.body)['compositeRequest']).map((part) => {
		const { method, url, body } = asObject(part);
		const records = asArray(asObject(body)['records']).map(asObject);
		return { method: String(method), url: String(url), records };
	});
}

/** What a query or search in an address says. */
export function askedIn(url: string): string {
	return decodeURIComponent(url.slice(url.indexOf('q=') + 2));
}

import type { ContactChange, EventChange } from '../../connectors/changes';
import type { CrmSettings } from '../../connectors/crm';
import type { PlannedRequest } from '../../connectors/row';
import { hubspot } from '../../connectors/hubspot';
import type { RcsEvent } from '../../core/event/types';
import type { HttpResponse } from '../../core/http';

export const phone = '+447700900123';
export const otherPhone = '+447700900456';

export const settings: CrmSettings = {
	baseUrl: 'https://api.hubapi.com',
	createContacts: false,
	history: true,
	defaultCountry: 'GB',
	options: { eventName: 'pe123_rcs_event', timeZone: 'Europe/London' },
};

/** The same account without custom events. */
export const withCommunications: CrmSettings = { ...settings, options: {} };

/** A fictional phone number of its own for each index. */
export function phoneOf(index: number): string {
	return `+1555${String(index).padStart(7, '0')}`;
}

export function contactOf(id: string): { object: string; id: string } {
	return { object: 'contacts', id };
}

export function contactChange(index: number, more: Partial<ContactChange> = {}): ContactChange {
	const record = contactOf(String(1000 + index));
	const values = { lastEvent: 'message_read' };
	return { phone: phoneOf(index), record, values, urgent: false, ...more };
}

export function event(more: Partial<RcsEvent> = {}): RcsEvent {
	return {
		eventId: 'event-1',
		provider: 'infobip',
		type: 'message.delivered',
		occurredAt: '2030-01-31T10:12:00.000Z',
		user: phone,
		channel: 'rcs',
		raw: null,
		...more,
	};
}

export function eventChange(more: Partial<RcsEvent> = {}, id = '51'): EventChange {
	return { phone, record: contactOf(id), event: event(more) };
}

/** An answer of HubSpot, sent at ten to ten in the evening in London. */
export function answer(
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): HttpResponse {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { status, headers: { date: 'Thu, 31 Jan 2030 21:50:00 GMT', ...headers }, body: text };
}

/** The only request that writes some contacts. */
export function requestFor(
	changes: readonly ContactChange[],
	own: CrmSettings = settings,
): PlannedRequest {
	const [request] = hubspot.plan({ contacts: changes, messages: [], events: [] }, own);
	if (!request) throw new Error('nothing was planned');
	return request;
}

/** The inputs of a request that is a batch. */
export function inputsOf({ body }: { body?: unknown }): Record<string, unknown>[] {
	return (body as { inputs: Record<string, unknown>[] }).inputs;
}

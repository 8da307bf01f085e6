import type { CrmSettings } from '../../connectors/crm';
import type { PlannedRequest } from '../../connectors/row';
import { hubspot } from '../../connectors/hubspot';
import type { HttpResponse } from '../../core/http';
import { contactChange, requestFor, settings } from './hubspotFixtures';

export const three = requestFor([1, 2, 3].map((index) => contactChange(index)));
export const one = requestFor([contactChange(1)]);
export const traceOf = (index: number) => three.rows[index]?.key;

/** What is said of each row, without the row. */
export function read(request: PlannedRequest, response: HttpResponse, own: CrmSettings = settings) {
	return hubspot.read(request, response, own).map(({ row, ...outcome }) => {
		expect(request.rows).toContain(row);
		return outcome;
	});
}

export function result(id: string, more: object = {}) {
	return { id, properties: {}, createdAt: '2030-01-01T00:00:00Z', archived: false, ...more };
}

export const doneWith = (id: string) => ({ status: 'done', record: { object: 'contacts', id } });

const limit = (message: string, more: object = {}) => ({
	status: 'error',
	message,
	errorType: 'RATE_LIMIT',
	correlationId: 'c033cdaa-2c40-4a64-ae48-b4cec88dad24',
	...more,
});
export const daily = limit('You have reached your daily limit.', { policyName: 'DAILY' });
export const burst = limit('You have reached your ten_secondly_rolling limit.', {
	policyName: 'TEN_SECONDLY_ROLLING',
});
export const secondly = limit('You have reached your secondly limit.');
export const said = (message: string, category: string, more: object = {}) => ({
	status: 'error',
	message,
	category,
	correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf',
	...more,
});
export const hour = 3_600_000;
export const plain = (message: string) => said(message, 'VALIDATION_ERROR');

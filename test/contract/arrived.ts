import type { Delivery } from '../../core/webhook/delivery';

export const RECEIVED_AT = '2030-12-31T00:00:00.000Z';

/** A webhook as it arrives. */
export function arrived(
	body: string | Buffer,
	headers: Record<string, string> = {},
	url = 'https://hooks.example.com/rcs',
): Delivery {
	return {
		method: 'POST',
		url,
		headers,
		body: Buffer.from(body),
		receivedAt: RECEIVED_AT,
	};
}

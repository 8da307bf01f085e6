import { signed, type SignedWebhook } from '../../service/support/signed';

/** One of ten comes a second time, some way after the first. */
const REPEATED = 10;
const LATER = 50;

/** Signed delivery reports of `events` messages to as many people, so many in each webhook. */
export function webhooksOf(events: number, each: number, run: string): SignedWebhook[] {
	const once = Array.from({ length: events / each }, (_, i) =>
		signed(Array.from({ length: each }, (_unused, k) => report(i * each + k, run))),
	);
	return once.flatMap((webhook, i) => {
		const earlier = once[i - LATER];
		return earlier && i % REPEATED === 0 ? [webhook, earlier] : [webhook];
	});
}

function report(i: number, run: string) {
	const at = new Date(Date.UTC(2026, 10, 1, 8) + i * 10).toISOString().replace('Z', '+0000');
	return {
		bulkId: `bulk-${run}`,
		price: { pricePerMessage: 0.01, currency: 'EUR' },
		status: {
			id: 5,
			groupId: 3,
			groupName: 'DELIVERED',
			name: 'DELIVERED_TO_HANDSET',
			description: 'Message delivered to handset',
		},
		error: {
			id: 0,
			name: 'NO_ERROR',
			description: 'No Error',
			groupId: 0,
			groupName: 'OK',
			permanent: false,
		},
		messageId: `message-${run}-${i}`,
		doneAt: at,
		messageCount: 1,
		sentAt: at,
		to: `4477009${String(i).padStart(5, '0')}`,
		sender: 'DemoShop',
		campaignReferenceId: 'spring',
	};
}

const KEPT = 200;

/** One attempt to deliver a webhook. Bodies and headers are left out: they carry secrets. */
export interface DeliveryRecord {
	at: string;
	provider: string;
	event: string;
	url: string;
	/** How many events the request carried. */
	results: number;
	attempt: number;
	/** The receiver's HTTP status; 0 when no answer came. */
	status: number;
	error?: string;
	duplicate?: boolean;
}

export interface DeliveryLog {
	add(record: Omit<DeliveryRecord, 'at'>): void;
	/** The latest first. */
	list(): DeliveryRecord[];
	clear(): void;
}

/** What was delivered lately, and how it went. */
export function createDeliveryLog(): DeliveryLog {
	const records: DeliveryRecord[] = [];
	return {
		add(record) {
			records.unshift({ at: new Date().toISOString(), ...record, url: withoutSecrets(record.url) });
			records.length = Math.min(records.length, KEPT);
		},
		list: () => [...records],
		clear: () => void (records.length = 0),
	};
}

function withoutSecrets(url: string): string {
	if (!URL.canParse(url)) return '(not a URL)';
	const parsed = new URL(url);
	return `${parsed.origin}${parsed.pathname}`;
}

/** A webhook as it arrived. */
export interface Delivery {
	method: string;
	/** The exact public URL that was called, with its query. */
	url: string;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** The raw bytes: signatures are computed over these, never over parsed JSON. */
	body: Buffer;
	/** ISO 8601: when it arrived; stands in for the time of an event that tells none. */
	receivedAt: string;
}

/**
 * What checking a webhook gave. `notConfigured`: no secret is set, so nothing could be checked.
 * `unsupported`: the provider signs nothing.
 */
export type Verdict =
	| { verified: 'ok' }
	| { verified: 'failed'; reason: 'missing' | 'mismatch' | 'stale' | 'future' }
	| { verified: 'notConfigured' }
	| { verified: 'unsupported' };

/** What to answer to a webhook that is a question about the endpoint and not an event. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: string;
}

import { createHmac } from 'node:crypto';

/** How the account of tests proves its webhooks. */
const SECRET = 'a-secret-for-tests-only';
const HEADER = 'x-signature';

/** An account at Infobip in the configuration of the service. */
export const account = {
	provider: 'infobip',
	settings: {
		webhook: { secret: SECRET },
		options: { hmac: { header: HEADER, algorithm: 'sha256', encoding: 'hex' } },
	},
};

export interface SignedWebhook {
	headers: Record<string, string>;
	body: Buffer;
}

/** A webhook of Infobip, signed as the account asks for. */
export function signed(results: readonly object[]): SignedWebhook {
	const body = Buffer.from(JSON.stringify({ results, messageCount: results.length }));
	const signature = createHmac('sha256', SECRET).update(body).digest('hex');
	return { body, headers: { 'content-type': 'application/json', [HEADER]: signature } };
}

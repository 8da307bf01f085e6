import { createPublicKey, verify } from 'node:crypto';

import { isObject, type JsonObject } from '../../json';
import { demoApp, INTEGRATION_USER } from './account';
import { refuse, type TokenError } from './tokenError';

/** A claim may be good for three minutes; a little more, for clocks that differ. */
const LONGEST_CLAIM_SECONDS = 180 + 10;

const loginHosts = ['https://login.salesforce.com', 'https://test.salesforce.com'];
const publicKey = createPublicKey(demoApp.privateKey);

/** What is wrong with the assertion of the JWT bearer flow, if anything. */
export function problemWithAssertion(assertion: string, instance: string): TokenError | undefined {
	const [header = '', claims = '', signature = ''] = assertion.split('.');
	const { iss, sub, aud, exp } = decode(claims);
	if (iss !== demoApp.clientId) return refuse('invalid_client_id', 'client identifier invalid');
	const signed = Buffer.from(`${header}.${claims}`);
	const isSigned = verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'));
	if (decode(header)['alg'] !== 'RS256' || !isSigned)
		return refuse('invalid_grant', 'invalid assertion');
	if (typeof aud !== 'string' || ![...loginHosts, instance].includes(aud.replace(/\/$/, '')))
		return refuse('invalid_grant', 'audience is invalid');
	const left = typeof exp === 'number' ? exp - Date.now() / 1000 : 0;
	if (left <= 0 || left > LONGEST_CLAIM_SECONDS)
		return refuse('invalid_grant', 'assertion expired or good for too long');
	if (sub !== INTEGRATION_USER.username)
		return refuse('invalid_grant', "user hasn't approved this consumer");
	return undefined;
}

function decode(part: string): JsonObject {
	try {
		const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
		return isObject(json) ? json : {};
	} catch {
		return {};
	}
}

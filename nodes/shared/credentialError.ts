import { errorCategories, providerError, RcsError } from '../../core/errors';
import { asBoolean, asObject, asString, defined, type JsonObject } from '../../core/json';

/**
 * Why a credential got no access token, which n8n wraps: an error of ours, or one of n8n's own OAuth2.
 */
export function credentialError(wrapped: unknown): RcsError | undefined {
	const causes = causesOf(wrapped);
	return first(causes, ownError) ?? first(causes, oauthError);
}

/** What is inside an error, from the outside to the inside. */
function causesOf(wrapped: unknown): JsonObject[] {
	const causes: JsonObject[] = [];
	let at = asObject(wrapped)['cause'];
	while (at instanceof Error && causes.length < MOST_CAUSES) {
		const { name, message, cause } = at;
		causes.push({ ...at, name, message });
		at = cause;
	}
	return causes;
}

const MOST_CAUSES = 5;

function first<T>(causes: readonly JsonObject[], read: (cause: JsonObject) => T | undefined) {
	return causes.map(read).find((found) => found !== undefined);
}

/** It is known by its shape, because the file of the credential brings a class of its own. */
function ownError({ name, detail }: JsonObject): RcsError | undefined {
	const { category, message, advice, code, retryable } = asObject(detail);
	const known = errorCategories.find((one) => one === category);
	if (name !== 'RcsError' || !known) return undefined;
	const words = asString(message) ?? 'The credential got no access token';
	const more = { advice: asString(advice), code: asString(code), retryable: asBoolean(retryable) };
	return new RcsError(providerError(known, words, defined(more)));
}

/** Codes of n8n's OAuth2 client: the server refused, or is none. */
const oauthCodes: readonly unknown[] = ['EAUTH', 'ESTATUS'];

const CHECK_APP =
	'Open the credential, check the client ID, the client secret and the address, and connect it again.';

function oauthError({ code, message, failure, body, description }: JsonObject) {
	const words = asString(message) ?? '';
	const isRevoked = asObject(failure)['cause'] === 'credential-invalid';
	const isOver = /^OAuth (access token expired|credentials not connected)/.test(words);
	if (!isRevoked && !isOver && !oauthCodes.includes(code)) return undefined;
	const advice = asString(description) ?? CHECK_APP;
	const more = { advice, code: asString(asObject(body)['error']) };
	const said = isRevoked || isOver ? words : `n8n got no access token: ${words}`;
	return new RcsError(providerError('auth', said, defined(more)));
}

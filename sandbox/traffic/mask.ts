/** What stands for a secret. */
const HIDDEN = '***';

/** Headers that are shown as they are. All others may carry what opens an account. */
const harmless =
	/^(accept(-.*)?|cache-control|connection|content-.*|date|host|idempotency-key|retry-after|transfer-encoding|user-agent|x-nonce|x-request-id|x-timestamp|(.*-)?signature(-.*)?)$/;

const schemes = /^(App|Basic|Bearer|Digest)\s/;

/** Members of JSON bodies and fields of forms that are secrets, in the words of all providers. */
const secretNames =
	'access_?token|refresh_?token|id_?token|token|client_?token|client_?secret|secret|secret_?key|api_?key|password|assertion|private_?key|signing_?key';

/** In the query of an address, short names are in use too. */
const queryNames = `${secretNames}|auth|key|sig|signature|p`;

const member = new RegExp(
	String.raw`("(?:${secretNames})"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|-?\d[\d.]*)`,
	'gi',
);
const field = new RegExp(String.raw`(^|[?&])(${queryNames})=[^&#\s"]*`, 'gi');
const userInfo = /(https?:\/\/)[^\s"/@]+@/gi;

/** Headers that a webhook is to be sent with, as an object or as lines, where it is registered. */
const headerMember = /("headers"\s*:\s*)("(?:[^"\\]|\\.)*"?|\{[^{}]*\}?)/gi;
/** Addresses that a provider is to call: any part of their query may be the token that protects them. */
const callbackMember =
	/("(?:notify_?url|target_?url|status_?url|callback_?url|webhook_?url)"\s*:\s*)"((?:[^"\\]|\\.)*)"?/gi;

/** Headers with their names in lower case and all that is not known to be harmless hidden. */
export function maskHeaders(
	headers: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): Record<string, string> {
	const shown = Object.entries(headers).flatMap(([name, value]) =>
		value === undefined ? [] : [[name.toLowerCase(), maskHeader(name.toLowerCase(), value)]],
	);
	return Object.fromEntries(shown);
}

function maskHeader(name: string, value: string | number | readonly string[]): string {
	const text = Array.isArray(value) ? value.join(', ') : String(value);
	if (harmless.test(name)) return text;
	const scheme = name === 'authorization' ? schemes.exec(text)?.[1] : undefined;
	return scheme === undefined ? HIDDEN : `${scheme} ${HIDDEN}`;
}

/** A body, JSON or form, without its secrets; what is cut off inside one is hidden as well. */
export function maskBody(text: string): string {
	return maskAddress(text)
		.replace(member, `$1"${HIDDEN}"`)
		.replace(headerMember, `$1"${HIDDEN}"`)
		.replace(callbackMember, (_all, name: string, url: string) => `${name}"${maskCallback(url)}"`);
}

/** The address of a request, without the secrets of its query. */
export const maskAddress = (url: string): string =>
	url.replace(field, `$1$2=${HIDDEN}`).replace(userInfo, `$1${HIDDEN}@`);

/** The address of a receiver, without all values of its query. */
export const maskCallback = (url: string): string =>
	url.replace(/([?&][^=&#]+)=[^&#]*/g, `$1=${HIDDEN}`).replace(userInfo, `$1${HIDDEN}@`);

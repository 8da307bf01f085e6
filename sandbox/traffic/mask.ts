import { areHeaders, HIDDEN, isCallback, isSecret, isSecretInAddress } from './secretNames';

/** Headers that are shown as they are. All others may carry what opens an account. */
const harmless =
	/^(accept(-.*)?|cache-control|connection|content-.*|date|host|idempotency-key|retry-after|transfer-encoding|user-agent|x-nonce|x-request-id|x-timestamp|(.*-)?signature(-.*)?)$/;

const schemes = /^(App|Basic|Bearer|Digest)\s/;

const userInfo = /(https?:\/\/)[^\s"/@?#]+@/gi;
const pathParts = /(?<=\/([^/?#\s]+)\/)[^/?#\s]+/g;

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

/** The address of a request, or a text with one, without the secrets of its query. */
export const maskAddress = (url: string): string =>
	maskPairs(maskPath(url), (name, value) => {
		if (isSecretInAddress(name) || areHeaders(name)) return HIDDEN;
		return isCallback(name) && /^https?:/i.test(value) ? maskCallback(value) : maskPath(value);
	});

/** The address of a receiver, without all values of its query. */
export const maskCallback = (url: string): string =>
	maskPath(url)
		.replace(/([?&])([^=&#]+)(=[^&#]*)?/g, (_all, mark: string, name: string, value?: string) =>
			value === undefined ? `${mark}${HIDDEN}` : `${mark}${name}=${HIDDEN}`,
		)
		.replace(/#.*$/, `#${HIDDEN}`);

/** An address without who signs in with it, and without what its path calls a secret. */
const maskPath = (url: string): string =>
	url
		.replace(userInfo, `$1${HIDDEN}@`)
		.replace(pathParts, (part, before: string) => (isSecret(before) ? HIDDEN : part));

/** The pairs of a query or form, each value as `change` gives it. What it does not change stays as it was written. */
export function maskPairs(text: string, change: (name: string, value: string) => string): string {
	return text.replace(
		/(^|[?&#])([^=&#?\s"<>]+)=([^&#\s"<>]*)/g,
		(all, mark: string, name: string, value: string) => {
			const said = decoded(value);
			const changed = change(decoded(name), said);
			return changed === said ? all : `${mark}${name}=${encodeURIComponent(changed)}`;
		},
	);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

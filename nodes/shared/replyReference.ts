import { createHash } from 'node:crypto';

/**
 * What a chip of Send and Wait carries as its postback data: whose it is, which choice it is, and where n8n lets the
 * execution go on. Only the path is in it, with n8n's signature over the path and the id of the wait; the origin is the
 * reader's own. Several n8n may hear of the same tap: each takes its own references alone.
 *
 *     rcs-wait:3fa0c21b:0:/webhook-waiting/231/5b0c3f0e-...?wait=8f14e45f-...&signature=9f86d081...
 */
export interface ReplyReference {
	/** Which of the choices, from 0. */
	choice: number;
	/** Names the wait: an execution may ask several times. */
	wait: string;
	/** Path and query, from n8n's own origin. */
	path: string;
}

const PREFIX = 'rcs-wait:';

/** `<prefix>/<endpoint>/<execution>/<node id>`, signed. */
const RESUME_PATH =
	/^(?:\/[\w.~-]+)+\/\d{1,20}\/[\w.~%-]{1,200}\?wait=([\w-]{1,64})&signature=[0-9a-f]{64}$/;

/** `resumeUrl` is the signed URL for a wait of the n8n with this instance id. */
export function encodeReference(instanceId: string, resumeUrl: string, choice: number): string {
	return `${prefixOf(instanceId)}${choice}:${pathOf(resumeUrl)}`;
}

function prefixOf(instanceId: string): string {
	return `${PREFIX}${createHash('sha256').update(instanceId).digest('hex').slice(0, 8)}:`;
}

/** Path and query of a URL. */
export function pathOf(url: string): string {
	const { pathname, search } = new URL(url);
	return pathname + search;
}

/** The reference in postback data. What merely looks like one, or is of another n8n, is none. */
export function decodeReference(
	instanceId: string,
	postbackData: string,
): ReplyReference | undefined {
	if (!postbackData.startsWith(PREFIX)) return undefined;
	const prefix = prefixOf(instanceId);
	if (!postbackData.startsWith(prefix)) return undefined;
	const [, choice, path = ''] = /^(\d{1,2}):(.*)$/s.exec(postbackData.slice(prefix.length)) ?? [];
	const wait = waitIn(path);
	return choice === undefined || wait === undefined
		? undefined
		: { choice: Number(choice), wait, path };
}

/** The id of the wait in a path that n8n signed; nothing for any other path. */
function waitIn(path: string): string | undefined {
	return RESUME_PATH.exec(path)?.[1];
}

/** The URL of a resume path at the origin of a URL of ours; nothing where the path leads anywhere else. */
export function resumeUrlAt(ownUrl: string, path: string): string | undefined {
	if (waitIn(path) === undefined || !URL.canParse(ownUrl)) return undefined;
	const { origin } = new URL(ownUrl);
	const url = `${origin}${path}`;
	// What a URL parser reads in another way, such as `..`, is not what n8n wrote.
	return URL.canParse(url) && new URL(url).href === url ? url : undefined;
}

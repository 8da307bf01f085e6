import type { CrmId } from '../../../connectors';
import { asArray, asObject, parseJson } from '../../../core/json';
import type { Call, KindOf } from './counter';

type Kinds = readonly (readonly [kind: string, is: (call: Call) => boolean])[];

/** What is counted as a write; everything else is signing in or asking what is there. */
export const writeKinds = ['contacts', 'history', 'contacts and history', 'bulk jobs'];

const path = (pattern: RegExp) => (call: Call) => pattern.test(call.path);

const kinds: Readonly<Record<CrmId, Kinds>> = {
	hubspot: [
		['sign-in', path(/\/oauth\//)],
		['look-ups', path(/\/batch\/read$|\/search$/)],
		['look-ups', ({ method }) => method === 'GET'],
		['contacts', path(/\/contacts\/batch\//)],
		['history', path(/^\/hubspot\/events\/|\/communications\//)],
	],
	salesforce: [
		['sign-in', path(/\/oauth2\//)],
		['look-ups', path(/\/(query|search)\b/)],
		['look-ups', (call) => path(/\/composite$/)(call) && isQuestion(call)],
		['contacts and history', path(/\/composite$/)],
		['bulk jobs', path(/\/jobs\/ingest/)],
	],
};

/** What the calls of our connectors are for, by their paths. */
export function kindOf(crm: CrmId): KindOf {
	return (call) => kinds[crm].find(([, is]) => is(call))?.[0] ?? 'other';
}

/** A composite of nothing but questions. */
function isQuestion({ body }: Call): boolean {
	const { compositeRequest } = asObject(parseJson(body));
	return asArray(compositeRequest).every((part) => asObject(part)['method'] === 'GET');
}

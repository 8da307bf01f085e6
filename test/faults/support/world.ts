import type { CrmSettings } from '../../../connectors/crm';
import type { CrmRun } from '../../../connectors/execute';
import type { Http } from '../../../core/http';
import type { JsonObject } from '../../../sandbox/json';

/** A CRM in the sandbox, reached through its own SDK, as these tests need it. */
export interface World {
	/** An empty CRM that was set up, with everybody in it as they stand. */
	prepare(settings?: Partial<CrmSettings>): Promise<void>;
	/** What every write-back of a test shares: the transport, so that one token is renewed for all. */
	run(retries?: number): CrmRun;
	/** Everything that may go wrong from now on. */
	disturb(): Promise<void>;
	/** Nothing goes wrong any more. */
	calm(): Promise<void>;
	/** What the CRM holds, by names that do not depend on the order of writing. */
	committed(): Promise<Committed>;
	/** Requests to the CRM since the last look. */
	calls(): number;
}

/** Kinds of records, and of each kind the records by a name of theirs. */
export type Committed = Record<string, Record<string, JsonObject>>;

/** A transport that counts. */
export function counted(http: Http): { http: Http; calls(): number } {
	let count = 0;
	return {
		http(request) {
			count += 1;
			return http(request);
		},
		calls() {
			const made = count;
			count = 0;
			return made;
		},
	};
}

/** A record without what a server stamps on it, and without what is empty. */
export function bare(record: JsonObject, stamps: readonly string[]): JsonObject {
	return Object.fromEntries(
		Object.entries(record).filter(
			([name, value]) => !stamps.includes(name) && value !== null && value !== '',
		),
	);
}

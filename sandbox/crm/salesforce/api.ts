import type { Caller, Org } from './org';

/** A request below /services/data/vXX.X, of its own or inside a composite one. */
export interface ApiCall {
	org: Org;
	caller: Caller;
	/** `66.0`. */
	version: string;
	method: string;
	/** What the path's `:names` stand for. */
	params: Readonly<Record<string, string>>;
	query: URLSearchParams;
	headers: Readonly<Record<string, string | undefined>>;
	/** The JSON of the body; undefined without one. */
	body: unknown;
	/** The body as it came. */
	text: string;
}

export interface ApiAnswer {
	status: number;
	/** JSON; a text is CSV. Absent: the answer has no body. */
	body?: unknown;
	headers?: Record<string, string>;
}

export interface Route {
	method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	/** Below the version, e.g. `/sobjects/:object/:id`. */
	path: string;
	/** What it counts as inside a composite request of which API; absent: it must not be in one. */
	composite?: 'one' | 'collection' | 'tooling';
	/** The body is not JSON. */
	raw?: true;
	handle(call: ApiCall): ApiAnswer;
}

/** Where a resource is, as answers name it: from the address of the org. */
export const resource = ({ version }: ApiCall, path: string): string =>
	`/services/data/v${version}${path}`;

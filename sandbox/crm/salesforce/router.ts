import { notFound, Refusal } from './errors';
import type { Route } from './api';

export interface Match {
	route: Route;
	params: Record<string, string>;
}

export interface Router {
	/** @throws Refusal when there is no such resource, or it has no such method. */
	match(method: string, path: string): Match;
}

/** Finds the route of a path below /services/data/vXX.X; the first that fits. */
export function createRouter(routes: readonly Route[]): Router {
	const compiled = routes.map((route) => ({ route, pattern: toPattern(route.path) }));
	return {
		match(method, path) {
			const bare = path.length > 1 ? path.replace(/\/$/, '') : path;
			const fitting = compiled.flatMap(({ route, pattern }) => {
				const groups = pattern.exec(bare);
				return groups ? [{ route, params: decoded(groups.groups ?? {}) }] : [];
			});
			const found = fitting.find(({ route }) => route.method === method);
			if (found) return found;
			if (fitting.length === 0) throw notFound();
			const allowed = fitting.map(({ route }) => route.method).join(',');
			throw new Refusal(
				'METHOD_NOT_ALLOWED',
				`HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
			);
		},
	};
}

const toPattern = (path: string): RegExp =>
	new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(groups).map(([name, value]) => [name, decodePart(value)]),
	);
}

function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		throw notFound();
	}
}

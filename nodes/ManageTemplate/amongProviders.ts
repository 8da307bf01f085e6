import type { IDisplayOptions } from 'n8n-workflow';
import { providersThat } from '../shared/providerForm';

/** The providers that Manage Template offers. */
const offered: readonly unknown[] = providersThat(({ profile }) => profile.templates !== undefined);

/** A field of another node, and all inside it, for the providers this node offers; none where it offers none of them. */
export function amongProviders<P extends { displayOptions?: IDisplayOptions }>(part: P): P[] {
	const show = { ...part.displayOptions?.show };
	for (const name of ['provider', '/provider']) {
		const providers = show[name];
		if (!providers) continue;
		const left = providers.filter((id) => offered.includes(id));
		if (left.length === 0) return [];
		show[name] = left;
	}
	const shown = part.displayOptions ? { displayOptions: { ...part.displayOptions, show } } : {};
	return [{ ...part, ...shown, ...inside(part, 'options'), ...inside(part, 'values') }];
}

function inside(part: object, name: 'options' | 'values'): object {
	const parts: unknown = new Map<string, unknown>(Object.entries(part)).get(name);
	return Array.isArray(parts)
		? { [name]: parts.flatMap((one: object) => amongProviders(one)) }
		: {};
}

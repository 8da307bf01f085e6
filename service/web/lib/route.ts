import { useLayoutEffect, useState } from 'preact/hooks';

/** What the part of the address after `#` says: `#/campaigns?range=30d`. */
export interface Route {
	section: string;
	params: Readonly<Record<string, string>>;
}

export function readRoute(hash: string): Route {
	const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
	return { section: path, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a section. */
export function linkTo(section: string, params: Readonly<Record<string, string>> = {}): string {
	const query = new URLSearchParams(params).toString();
	return `#/${section}${query === '' ? '' : `?${query}`}`;
}

/** Where the page is, now and whenever that changes. */
export function useRoute(): Route {
	const [hash, setHash] = useState(location.hash);
	// At once: a link that is followed before would be missed.
	useLayoutEffect(() => {
		const changed = () => setHash(location.hash);
		addEventListener('hashchange', changed);
		return () => removeEventListener('hashchange', changed);
	}, []);
	return readRoute(hash);
}

/** Goes to a section without a further step in the history. */
export function replaceRoute(section: string, params: Readonly<Record<string, string>>): void {
	history.replaceState(null, '', linkTo(section, params));
	dispatchEvent(new HashChangeEvent('hashchange'));
}

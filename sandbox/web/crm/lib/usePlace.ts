import { useEffect, useState } from 'preact/hooks';

/** Which CRM and contact the address names: a link shows the same. */
export interface Place {
	crm?: string;
	contact?: string;
}

/** Where the page is, and what goes elsewhere: each place is a step in the browser's history. */
export function usePlace(): [place: Place, go: (next: Place) => void] {
	const [place, setPlace] = useState(read);
	useEffect(() => {
		const moved = () => setPlace(read());
		addEventListener('popstate', moved);
		return () => removeEventListener('popstate', moved);
	}, []);
	const go = (next: Place) => {
		const address = addressOf(next);
		// Whoever clicks twice goes there once.
		if (address !== location.href) history.pushState(null, '', address);
		setPlace(next);
	};
	return [place, go];
}

function read(): Place {
	const query = new URLSearchParams(location.search);
	const [crm, contact] = [query.get('crm'), query.get('contact')];
	return { ...(crm !== null && { crm }), ...(contact !== null && { contact }) };
}

function addressOf({ crm, contact }: Place): string {
	const url = new URL(location.href);
	for (const [name, value] of Object.entries({ crm, contact })) {
		if (value === undefined) url.searchParams.delete(name);
		else url.searchParams.set(name, value);
	}
	return url.href;
}

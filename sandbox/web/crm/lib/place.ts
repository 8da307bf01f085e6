/** Which CRM and contact the address names: a link shows the same. */
export interface Place {
	crm?: string;
	contact?: string;
}

export function readPlace(): Place {
	const query = new URLSearchParams(location.search);
	const [crm, contact] = [query.get('crm'), query.get('contact')];
	return { ...(crm !== null && { crm }), ...(contact !== null && { contact }) };
}

export function writePlace({ crm, contact }: Place): void {
	const url = new URL(location.href);
	for (const [name, value] of Object.entries({ crm, contact })) {
		if (value === undefined) url.searchParams.delete(name);
		else url.searchParams.set(name, value);
	}
	history.replaceState(null, '', url);
}

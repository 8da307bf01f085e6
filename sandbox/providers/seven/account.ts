import type { Agent } from '../../network/types';

export const ID = 'seven';

/** The demo account. These are not secrets: they open nothing but this sandbox. */
const API_KEY = 'sandbox-seven-key';
export const SIGNING_KEY = 'sandbox-webhook-secret';

export const agent: Agent = {
	...{ provider: ID, id: 'DemoCafe', name: 'Demo Café', color: '#0a7d6c' },
	...{ logoUrl: '/media/logos/demo-cafe.svg', verified: true },
	business: {
		description: 'Coffee, and a table by the window',
		phone: '+447700900923',
		website: 'https://cafe.example.com',
		email: 'hello@cafe.example.com',
	},
};

/** The code that refuses a request's headers: no authentication, or a wrong one. */
export function refusalOf(headers: Readonly<Record<string, unknown>>): 300 | 900 | undefined {
	const { 'x-api-key': key, authorization } = headers;
	if (key === undefined && authorization === undefined) return 300;
	return key === API_KEY || authorization === `Bearer ${API_KEY}` ? undefined : 900;
}

/** The number as seven writes it: E.164 without its plus sign. */
export const bare = (number: string): string => number.replace(/^\+/, '');

import type { Agent } from '../../network/types';

export const ID = 'agile-telecom';

/** The demo account. These are not secrets: they open nothing but this sandbox. */
const account = { apiKey: 'sandbox-agile-key', username: 'sandbox', password: 'sandbox' };

/** The agent's id on the wire is the integer; its number is where people write to. */
export const agent: Agent = {
	...{ provider: ID, id: '10', name: 'Demo Bottega', color: '#b5452c' },
	...{ logoUrl: '/media/logos/demo-bottega.svg', verified: true },
	business: {
		description: 'Leather goods, made by hand',
		phone: '+447700900910',
		website: 'https://bottega.example.com',
		email: 'hello@bottega.example.com',
	},
};
export const AGENT_NUMBER = '+447700900910';

/** Whether a request's headers open the account: an API key, or Basic authentication. */
export function admits(headers: Readonly<Record<string, unknown>>): boolean {
	const { apiKey, username, password } = account;
	const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
	return headers['x-api-key'] === apiKey || headers['authorization'] === basic;
}

/** What a person sets in the provider's dashboard, and what an account may differ in. */
export interface Dashboard {
	/** The form of content that this account takes. */
	bodyStyle: 'flat' | 'nested';
	/** Addresses that may call; empty: all. */
	allowedIps: string[];
	/** An agent that is not active accepts nothing. */
	agentActive: boolean;
	callback?: { url: string; headers: Record<string, string> };
}

export const newDashboard = (): Dashboard => ({
	bodyStyle: 'flat',
	allowedIps: [],
	agentActive: true,
});

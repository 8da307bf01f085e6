import type { Agent } from '../../network/types';

export const ID = 'rest-v1';

/** The sender of the demo account; messages without `from` come from it. */
export const agent: Agent = {
	...{ provider: ID, id: 'DemoHub', name: 'Demo Hub', color: '#0b7a75' },
	...{ logoUrl: '/media/logos/demo-hub.svg', verified: true },
	business: {
		description: 'Everything for your home network',
		phone: '+447700900924',
		website: 'https://hub.example.com',
		email: 'hello@hub.example.com',
	},
};

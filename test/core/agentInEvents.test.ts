import { agentInEvents } from '../../core/provider';
import { type ProviderId, providerIds, providers } from '../../core/providers';

/** An agent is named in forms and credentials in more ways than in events. */
const cases: Readonly<Record<ProviderId, readonly (readonly [string, string | undefined])[]>> = {
	infobip: [[' DemoShop ', 'DemoShop']],
	conversation: [['DemoShop', 'DemoShop']],
	'agile-telecom': [['12345 ', '12345']],
	'google-rbm': [
		['my-agent@rbm.goog', 'my-agent'],
		[' my-agent@rbm.goog ', 'my-agent'],
		['my-agent', 'my-agent'],
	],
	// Events may name it by its id, whatever `from` is.
	'rest-v1': [['DemoShop', undefined]],
	seven: [['agent-1', 'agent-1']],
};

describe.each(providerIds)('%s', (id) => {
	it.each(cases[id])('names %j as %j', (written, told) =>
		expect(agentInEvents(providers[id], written)).toBe(told),
	);
	it('names no agent where there is none', () =>
		expect([agentInEvents(providers[id]), agentInEvents(providers[id], ' ')]).toEqual([
			undefined,
			undefined,
		]));
});

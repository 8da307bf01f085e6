import type { StatedState } from '../../core/consent/statement';
import { until } from '../until';
import { phoneOf, useSyncWorld } from './support/syncWorld';

/** Salesforce keeps whole seconds. */

const world = useSyncWorld({ linger: { min: 0, max: 0 } });
const phone = phoneOf(1);
beforeAll(() => world.start([phone]));

const words = { optedIn: 'opted_in', optedOut: 'opted_out' };

async function shows(state: keyof typeof words): Promise<void> {
	const { inHubspot, inSalesforce } = world.crms();
	const isShown = async () => {
		const here = (await inHubspot(phone))['rcs_consent_status'];
		const there = (await inSalesforce(phone))['RCS_Consent_Status__c'];
		return here === words[state] && there === words[state];
	};
	await until(isShown, `${state} in both CRMs`);
}

async function state(state: StatedState, occurredAt: string): Promise<void> {
	const statement = { phone, state, occurredAt, level: 'single', origin: 'person', source: 'api' };
	const { status } = await world.service().post('/v1/consent', { statements: [statement] });
	expect(status).toBe(200);
}

test('both CRMs show what was said last, however often somebody said something within a second', async () => {
	const said = ['optedOut', 'optedIn', 'optedOut', 'optedIn', 'optedOut', 'optedIn'] as const;
	for (const [i, one] of said.entries()) {
		await state(one, `2026-11-01T10:00:00.${i + 1}00Z`);
		await shows(one);
	}
});

import { acknowledge } from '../../connectors/consentAcknowledge';
import { pollConsent } from '../../connectors/consentPoll';
import { consentValues, statusChoices } from '../../connectors/contactWrites';
import { writeContacts } from '../../connectors/writeBack';
import { consentWorld, written } from './consentWorld';

/** What a ledger decided from all statements is written over what a record says. */

const phone = '+447700900001';

describe.each([1, 1000])('an opt-out that was decided, where times are kept to %i ms', (stepMs) => {
	function stopped() {
		const world = consentWorld([phone], { stepMs });
		const at = world.now();
		world.change('1', written('optedOut', at));
		const values = consentValues('optedOut', at, 'keyword STOP');
		const decide = (decided = true) =>
			writeContacts(world.run, [
				{ phone, values, urgent: true, ...(decided ? { decided: { until: at } } : {}) },
			]);
		const poll = (memory = { told: {} }) => pollConsent(world.run, memory, { mostPages: 9 });
		return { world, decide, poll };
	}

	it.each([0, 1, 60_000])('stands over an edit %i ms later, once that was told', async (ms) => {
		const { world, decide, poll } = stopped();
		world.pass(ms);
		world.edit('1', 'opted_in');
		const { statements, memory } = await poll();
		expect(statements).toMatchObject([{ statement: { state: 'optedIn' } }]);
		const noted = await acknowledge(world.run, memory);
		expect(world.show('1').values).toMatchObject({
			consentStatus: 'opted_in',
			consentSource: 'edited in HubSpot over an opt-out',
		});
		world.pass(5000);
		await decide(false);
		expect(world.show('1').values.consentStatus).toBe('opted_in');
		await decide();
		expect(world.show('1').values).toMatchObject({
			consentStatus: 'opted_out',
			consentSource: 'keyword STOP, stands over an opt-in without proof',
		});
		expect((await poll(noted.memory)).statements).toEqual([]);
		expect((await poll()).statements).toEqual([]);
		const before = world.show('1').values;
		await decide();
		expect(world.show('1').values).toEqual(before);
	});

	it('leaves an edit alone that nobody has told of yet', async () => {
		const { world, decide, poll } = stopped();
		world.pass(60_000);
		world.edit('1', 'opted_in');
		await decide();
		expect(world.show('1').values.consentStatus).toBe('opted_in');
		expect((await poll()).statements).toHaveLength(1);
	});

	it('ends by an opt-in of what the CRM keeps as the same time, which was decided to be later', async () => {
		const { world } = stopped();
		const values = consentValues('optedIn', world.now(), 'event');
		const decided = { until: world.now() };
		await writeContacts(world.run, [{ phone, values, urgent: false, decided }]);
		expect(world.show('1').values).toMatchObject({
			consentStatus: 'opted_in',
			consentSource: 'event',
		});
	});

	it('ends and holds again as often as that is decided within what the CRM keeps as one time', async () => {
		const { world } = stopped();
		const at = world.now();
		const until = new Date(Date.parse(at) + 10 * stepMs).toISOString();
		for (const state of ['optedIn', 'optedOut', 'optedIn', 'pending', 'optedIn'] as const) {
			const values = consentValues(state, at, 'event');
			const write = { phone, values, urgent: false, decided: { until } };
			await writeContacts(world.run, [write]);
			const { consentStatus } = world.show('1').values;
			expect(consentStatus).toBe(statusChoices[state]);
			const [again] = await writeContacts(world.run, [write]);
			expect(again).toMatchObject({ status: 'unchanged' });
		}
	});

	it('does not end by an opt-in that was decided and is older', async () => {
		const { world } = stopped();
		const before = new Date(Date.parse(world.now()) - 1000).toISOString();
		const values = consentValues('optedIn', before, 'event');
		const decided = { until: before };
		await writeContacts(world.run, [{ phone, values, urgent: false, decided }]);
		expect(world.show('1').values.consentStatus).toBe('opted_out');
	});
});

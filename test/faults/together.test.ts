import { writeBack } from '../../connectors/writeBack';
import { readVersion } from '../../connectors/consentVersion';
import { statusChoices } from '../../connectors/contactWrites';
import { eventsOf } from './support/events';
import { useHubspot } from './support/hubspotWorld';
import { differences, plainly } from './support/sameRecords';
import { useSalesforce } from './support/salesforceWorld';
import { shuffled } from './support/shuffle';
import type { Committed, World } from './support/world';

/**
 * Two write-backs at one moment about the same people. Both read before either writes, so that the one
 * that writes last may leave its older values. This is what holds all the same.
 */

const told = eventsOf(400);

/** Two halves of the events at one moment, then all of them once more. */
async function together(world: World) {
	const plain = (await plainly(world, told)).committed;
	await world.prepare();
	const mixed = shuffled(told, 3);
	const halves = [mixed.slice(0, told.length / 2), mixed.slice(told.length / 2)];
	const outcomes = await Promise.all(halves.map((half) => writeBack(world.run(), half)));
	expect(outcomes.flat().filter(({ status }) => status === 'failed')).toEqual([]);
	const atOnce = await world.committed();
	await writeBack(world.run(), told);
	return { plain, atOnce, after: await world.committed() };
}

/** The status of each consent, and the one that was written together with its version. */
function consents(people: Committed[string] = {}): [unknown, unknown][] {
	return Object.values(people).flatMap((one) => {
		const status = one['RCS_Consent_Status__c'] ?? one['rcs_consent_status'];
		const version = Number(one['RCS_Consent_Version__c'] ?? one['rcs_consent_version']);
		const written = readVersion(version);
		return status === undefined ? [] : [[status, written && statusChoices[written.state]]];
	});
}

async function expectToHeal(world: World, people: string, history: string): Promise<void> {
	const { plain, atOnce, after } = await together(world);
	const names = (all: Committed, kind: string) => Object.keys(all[kind] ?? {}).sort();
	expect(names(atOnce, people)).toEqual(names(plain, people));
	expect(names(atOnce, history)).toEqual(names(plain, history));
	const stated = consents(atOnce[people]);
	expect(stated.length).toBeGreaterThan(50);
	for (const [status, ofVersion] of stated) expect(status).toBe(ofVersion);
	expect(differences(plain, after)).toEqual({ count: 0, some: [] });
}

describe('Salesforce', () => {
	const world = useSalesforce();

	test('nobody and no message twice, no consent mixed; told again, everything is right', () =>
		expectToHeal(world, 'Contact', 'RCS_Message__c'));
});

describe('HubSpot', () => {
	const world = useHubspot({ options: { eventName: 'pe4010_rcs_event' } });

	test('nobody twice, no event lost, no consent mixed; told again, everything is right', () =>
		expectToHeal(world, 'contacts', 'events'));
});

describe('HubSpot, communications', () => {
	const world = useHubspot({ options: { history: 'communications' } });

	test('nothing of a day is lost, and each is there once', async () => {
		const { plain, atOnce, after } = await together(world);
		const people = ({ contacts = {} }: Committed) => ({ contacts });
		expect(differences(people(plain), people(after))).toEqual({ count: 0, some: [] });
		const days = ({ communications = {} }: Committed) => Object.keys(communications).length;
		expect(days(atOnce)).toBe(days(plain));
		expect(linesOf(atOnce)).toEqual(linesOf(plain));
		expect(linesOf(after)).toEqual(linesOf(plain));
	});
});

/** Every line of every communication, once. */
function linesOf({ communications = {} }: Committed): string[] {
	const lines = Object.values(communications).flatMap(({ whose, hs_communication_body: body }) =>
		String(body)
			.split('<br>')
			.map((line) => `${JSON.stringify(whose)} ${line}`),
	);
	return [...new Set(lines)].sort();
}

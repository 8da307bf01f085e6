import { contactWrites } from '../../../connectors/contactWrites';
import type { ContactValues } from '../../../connectors/values';
import type { PhoneOutcome } from '../../../connectors/phoneOutcome';
import { writeContacts } from '../../../connectors/writeBack';
import type { RcsEvent } from '../../../core/event/types';
import { isWrite } from './isWrite';
import { everybody, phoneOf } from './people';
import type { World } from './world';

/** What is wrong with one person, and what has to be told of it. */
export interface Bad {
	/** Instead of the values that are good. */
	values?: ContactValues;
	/** Instead of the id of its message. */
	messageId?: string;
	/** What somebody does in the CRM after the look-up and before the first write. */
	meanwhile?(): Promise<unknown>;
	/** The failure of the person, in the CRM's own words. */
	told: object;
	status?: PhoneOutcome['status'];
}

const sent = (i: number, bad: Bad | undefined): RcsEvent => ({
	eventId: `event-${i}`,
	provider: 'infobip',
	type: 'message.sent',
	channel: 'rcs',
	campaignId: 'spring',
	messageId: bad?.messageId ?? `message-${i}`,
	user: phoneOf(i),
	occurredAt: '2026-11-21T08:00:00.000Z',
	raw: null,
});

/**
 * One message to everybody, of whom some are bad: each of these is told with its failure, and everybody
 * else is written.
 */
export async function expectOnlyBadToFail(
	world: World,
	bad: Readonly<Record<number, Bad>>,
): Promise<void> {
	const people = everybody.filter(({ standing }) => standing !== 'shared');
	const events = people.map(({ i }) => sent(i, bad[i]));
	const writes = contactWrites(events).map((write, k) => {
		const own = bad[people[k]?.i ?? -1]?.values ?? {};
		return { ...write, values: { ...write.values, ...own } };
	});
	const run = world.run(3);
	let happened: Promise<void> | undefined;
	const meanwhile = async () => {
		for (const one of Object.values(bad)) await one.meanwhile?.();
	};
	const outcomes = await writeContacts(
		{
			...run,
			async http(request) {
				if (isWrite(request)) await (happened ??= meanwhile());
				return run.http(request);
			},
		},
		writes,
		{ events },
	);
	const byPhone = new Map(outcomes.map((outcome) => [outcome.phone, outcome]));
	for (const [i, { told, status = 'failed' }] of Object.entries(bad))
		expect(byPhone.get(phoneOf(Number(i)))).toMatchObject({
			status,
			failures: expect.arrayContaining([expect.objectContaining(told)]),
		});
	const others = people.filter(({ i }) => !bad[i]).map(({ phone }) => byPhone.get(phone)?.status);
	const fine = others.filter((status) => status === 'written' || status === 'created');
	expect(fine).toHaveLength(people.length - Object.keys(bad).length);
}

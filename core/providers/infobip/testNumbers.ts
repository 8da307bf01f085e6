import type { TestNumber } from '../../account';
import { asBoolean, asObject, asString, defined } from '../../json';
import { userNumber } from '../../message/phone';
import type { Call } from '../../provider';
import { requireAgent } from './agent';
import { everyPage, request } from './request';

/**
 * Numbers that a sender may write to before it is launched: up to 20 new ones a day, 200 in all. All
 * changes are carried out later and told by webhook. Infobip's API cannot remove one; its web
 * interface can. Source: /rcs/1/senders/{senderName}/test-numbers.
 */
export const testNumbers = {
	async list(call: Call): Promise<TestNumber[]> {
		return (await everyPage(call, path(call))).map(toTestNumber);
	},
	async get(call: Call, number: string): Promise<TestNumber> {
		return toTestNumber(await request(call, 'GET', path(call, number)));
	},
	/** Sends an invitation, which the person has to accept within 24 hours. */
	async add(call: Call, number: string): Promise<TestNumber> {
		const answer = await request(call, 'POST', path(call), { testNumber: number });
		return { ...toTestNumber(answer), number };
	},
	/** Starts another 24 hours in which an invitation may be accepted. */
	async refresh(call: Call, number: string): Promise<void> {
		await request(call, 'PUT', `${path(call, number)}/refresh`);
	},
	/** Makes the number stand for this sender, or no longer; other senders that had it lose it. */
	async setPrimary(call: Call, number: string, primary: boolean): Promise<TestNumber> {
		return toTestNumber(await request(call, 'PATCH', path(call, number), { primary }));
	},
};

/** Numbers go without `+` in the path: there, some servers would read it as a space. */
function path({ settings }: Call, number?: string): string {
	const base = `/rcs/1/senders/${encodeURIComponent(requireAgent(settings))}/test-numbers`;
	return number === undefined ? base : `${base}/${encodeURIComponent(number.replace(/^\+/, ''))}`;
}

function toTestNumber(raw: unknown): TestNumber {
	const { testNumber, status, primary } = asObject(raw);
	return {
		number: userNumber(asString(testNumber) ?? ''),
		...defined({ status: asString(status), primary: asBoolean(primary) }),
		raw,
	};
}

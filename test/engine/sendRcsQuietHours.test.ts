import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { people, text, useSendRcs } from './sends';

/** When Send RCS lets marketing out. Messages are scheduled, so that it is always the same time of day. */

const sends = useSendRcs();
const [ann = { phone: '' }] = people;
const consented = { consentCheck: 'item', consent: 'optedIn', purpose: 'marketing' };
const american = '+15550100001';

/** The next Wednesday at least two days away, at a time of UTC. */
function wednesday(time: string): string {
	const day = new Date(Date.now() + 2 * 86_400_000);
	day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
	return `${day.toISOString().slice(0, 10)}T${time}:00.000Z`;
}

/** `sent`, `held until HH:mm` of UTC, or the rule that refused it. */
async function at(time: string, parameters: IDataObject, phone = ann.phone): Promise<unknown> {
	const { options = {}, ...rest } = parameters;
	const whole = {
		...text,
		...rest,
		options: { scheduleAt: wednesday(time), ...asObject(options) },
	};
	const { outputs } = await sends.send(whole, [{ phone, name: 'x' }]);
	const [sent = [], [stopped] = []] = outputs;
	if (sent.length === 1) return 'sent';
	const { holdUntil, reason } = stopped?.json ?? {};
	const rule = asObject(reason)['rule'];
	return holdUntil === undefined ? rule : `held until ${String(holdUntil).slice(11, 16)}`;
}

const unchecked = { consentCheck: 'off' };
const own = (hours: IDataObject) => ({
	ownHours: { hours: { from: '10:00', to: '19:00', days: ['wednesday', 'thursday'], ...hours } },
});
const never = { hours: { from: '19:00', to: '10:00', days: ['monday'] } };

it.each<[string, string, IDataObject, unknown]>([
	['at noon', '12:00', consented, 'sent'],
	['at night, by the country of the number', '03:00', consented, /^held until 0[78]:00$/],
	['at night, when they are off', '03:00', { ...consented, rules: { quietHours: 'off' } }, 'sent'],
	['at night, without a consent check', '03:00', unchecked, 'sent'],
	[
		'at night, without a consent check, when they are asked for',
		'03:00',
		{ ...unchecked, rules: { quietHours: 'country' } },
		/^held/,
	],
	[
		'at night, when it is transactional',
		'03:00',
		{ ...consented, purpose: 'transactional' },
		'sent',
	],
	['in hours of yours', '12:00', { ...consented, rules: own({}) }, 'sent'],
	['before hours of yours', '08:30', { ...consented, rules: own({}) }, /^held until (09|10):00$/],
	['after hours of yours', '19:30', { ...consented, rules: own({}) }, /^held until (09|10):00$/],
	[
		'at night in hours of yours, which the country does not have',
		'03:00',
		{ ...consented, rules: own({ from: '01:00', to: '05:00' }) },
		'neverOpen',
	],
	[
		"at night in hours of yours that hold instead of the country's",
		'03:00',
		{ ...consented, rules: own({ from: '01:00', to: '06:00', replace: true }) },
		'sent',
	],
	['in hours of yours without a check', '20:30', { ...unchecked, rules: own({}) }, /^held/],
	['in hours that are none', '12:00', { ...consented, rules: { ownHours: never } }, 'ownHours'],
	['in another country', '12:00', { ...consented, rules: { country: 'JP' } }, /^held/],
	['in a time zone', '12:00', { ...consented, rules: { timeZone: 'Pacific/Auckland' } }, /^held/],
	[
		'in a time zone that is none',
		'12:00',
		{ ...consented, rules: { timeZone: 'GMT+x' } },
		'timeZone',
	],
])('%s', async (_name, time, parameters, expected) => {
	const told = await at(time, parameters);
	if (expected instanceof RegExp) expect(told).toMatch(expected);
	else expect(told).toBe(expected);
});

it('a country that is none is wrong input', async () => {
	const parameters = { ...text, ...consented, rules: { country: 'Atlantis' } };
	const { outputs } = await sends.send(parameters, [ann]);
	expect(outputs[1]?.[0]?.json).toMatchObject({
		reason: { category: 'validation', message: expect.stringContaining('such as GB') as string },
	});
});

it('what is held says until when, why, and that another channel would be no better', async () => {
	const options = { scheduleAt: wednesday('03:00') };
	const { outputs } = await sends.send({ ...text, ...consented, options }, [ann]);
	const [stopped] = outputs[1] ?? [];
	expect(stopped?.json).toMatchObject({
		...{ status: 'notSent', to: ann.phone, safeToFallBack: false },
		holdUntil: expect.stringMatching(/T0[78]:00:00\.000Z$/) as string,
		reason: {
			...{ category: 'quietHours', rule: 'quietHours', retryable: false },
			message: expect.stringMatching(/^It is Wednesday .*the hours for United Kingdom/) as string,
			advice: expect.stringContaining(String(stopped?.json['holdUntil'])) as string,
		},
		checks: [
			{ rule: 'consent', result: 'passed' },
			{ rule: 'frequencyCap', result: 'off' },
			{ rule: 'quietHours', result: 'held' },
		],
	});
});

it('a number that may be anywhere in a country waits for all of it', async () => {
	expect(await at('16:00', consented, american)).toMatch(/^held/);
	expect(
		await at('16:00', { ...consented, rules: { timeZone: 'America/New_York' } }, american),
	).toBe('sent');
});

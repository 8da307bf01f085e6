import {
	call,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { chain, manualTrigger, runToEnd } from '../support/workflows';
import { arrived, phones } from '../support/world';

useConnectors();
useWorkflow('one-time-password');

interface Sent {
	ticket: string;
	channel: string;
	expiresAt: string;
}

const wanted = sample('otp-send');
const send = (phone: string, more: object = {}) => call('otp-send', { ...wanted, phone, ...more });
const check = (ticket: string, code: string) => call('otp-check', { ticket, code });

/** Has a code sent, and reads it on the phone. */
async function codeFor(phone: Awaited<ReturnType<typeof newPhone>>) {
	const { status, body } = await send(phone.number);
	expect(status).toBe(200);
	const known = await phone.receives('The code', (entry) => arrived(entry));
	const [code = ''] = /^\d{6}/.exec(textOf(known)) ?? [];
	return { ...(body as Sent), code, text: textOf(known) };
}

it('sends a code that is right once', async () => {
	const phone = await newPhone(21);
	const { ticket, code, channel, text } = await codeFor(phone);
	expect(channel).toBe('rcs');
	expect(text).toBe(
		`${code} is your code. It is valid for 5 minutes. Nobody of us will ever ask you for it.`,
	);
	const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
	expect(await check(ticket, wrong)).toEqual({
		status: 422,
		body: { valid: false, reason: 'wrong', triesLeft: 4 },
	});
	expect(await check(ticket, `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual({
		status: 200,
		body: { valid: true, phone: phone.number },
	});
	expect(await check(ticket, code)).toEqual({
		status: 409,
		body: { valid: false, reason: 'used' },
	});
	expect(await check('another', code)).toEqual({
		status: 404,
		body: { valid: false, reason: 'unknown' },
	});
});

it('of two requests at one time with the right code, one is right', async () => {
	const { ticket, code } = await codeFor(await newPhone(22));
	const both = await Promise.all([check(ticket, code), check(ticket, code)]);
	expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
});

it('is not right after five wrong tries', async () => {
	const { ticket, code } = await codeFor(await newPhone(23));
	const wrong = code === '000000' ? '000001' : '000000';
	for (const triesLeft of [4, 3, 2, 1, 0])
		expect((await check(ticket, wrong)).body).toMatchObject({ reason: 'wrong', triesLeft });
	expect(await check(ticket, code)).toEqual({
		status: 429,
		body: { valid: false, reason: 'tooManyTries' },
	});
});

it('is not right when its time is over', async () => {
	const { ticket, code } = await codeFor(await newPhone(24));
	await setRow(ticket, { expiresAt: new Date(Date.now() - 1000).toISOString() });
	expect(await check(ticket, code)).toEqual({
		status: 410,
		body: { valid: false, reason: 'expired' },
	});
});

it('sends three codes in ten minutes, and no more', async () => {
	const phone = await newPhone(25);
	const statuses: number[] = [];
	for (let i = 0; i < 4; i += 1) statuses.push((await send(phone.number)).status);
	expect(statuses).toEqual([200, 200, 200, 429]);
	expect(await phone.texts()).toHaveLength(3);
});

it('tells a phone without RCS by SMS, and a number that is none not at all', async () => {
	const { body } = await send('07700 900003', { country: 'GB' });
	expect(body).toMatchObject({ channel: 'sms' });
	const sms = await phones.smsOnly.receives('The SMS', (entry) =>
		/^\d{6} is your code, valid/.test(textOf(entry)),
	);
	expect(sms.channel).toBe('SMS');
	const refused = { status: 422, body: { error: 'phoneNumber' } };
	expect(await send('0770', { country: 'GB' })).toMatchObject(refused);
	expect(await send('07700 900003')).toMatchObject(refused);
});

/** What time does, by hand: changes the row of a code. */
async function setRow(ticket: string, value: object): Promise<void> {
	const update = {
		...manualTrigger(),
		name: 'Update',
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		parameters: {
			...{ resource: 'row', operation: 'update', matchType: 'allConditions' },
			dataTableId: { __rl: true, mode: 'name', value: 'rcs one-time codes' },
			filters: { conditions: [{ keyName: 'ticket', condition: 'eq', keyValue: ticket }] },
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
		},
	};
	expect(await runToEnd(chain('e2e time of a code', manualTrigger(), update))).toMatchObject({
		status: 'success',
	});
}

import type { PhoneEntry } from '../../../scripts/world/phone';
import { until } from '../../../scripts/n8n/until';
import { call, newPhone, sample, textOf, useWorkflow } from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { api, arrived } from '../support/world';

const workflow = useWorkflow('appointment-reply');

const chip = ({ content }: PhoneEntry, label: string) =>
	(content as { suggestions: { text: string; postbackData: string }[] }).suggestions.find(
		({ text }) => text === label,
	)?.postbackData ?? '';

/** Ten days from now, because what is past goes into no calendar. */
const day = new Date(Date.now() + 10 * 86_400_000);
const at = (time: string) => `${day.toISOString().slice(0, 10)}T${time}:00+00:00`;
const word = (options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(day);
const dayInWords = `${word({ weekday: 'long' })} ${word({ day: 'numeric' })} ${word({ month: 'long' })}`;
const booking = () => ({ ...sample('appointment'), start: at('10:00'), end: at('10:30') });

async function asked(last: number) {
	const phone = await newPhone(last);
	const body = { ...booking(), id: `e2e-${last}`, phone: phone.number };
	const waiting = await workflow.startedBy(() => call('appointment', body));
	expect(waiting.status).toBe('waiting');
	const question = await phone.receives('The question', arrived);
	const end = () =>
		until(90_000, 'the end', async () => {
			const execution = await api.execution(waiting.id);
			return execution.finished ? execution : undefined;
		});
	return {
		body,
		phone,
		question,
		end,
		tap: (label: string) => phone.tap(question.id, chip(question, label)),
	};
}

it('puts a confirmed appointment into the calendar', async () => {
	const { phone, question, tap, end } = await asked(66);
	expect(textOf(question)).toContain(`for an eye test on ${dayInWords}, 10:00 at 1 Example Street`);
	await tap('Confirm');
	const answer = await phone.receives('The answer', (entry) =>
		textOf(entry).startsWith('Thank you'),
	);
	expect(answer.content).toMatchObject({
		suggestions: [{ text: 'Add to Calendar', kind: 'calendar' }],
	});
	expect(outputs(await end(), 'For Reception')[0]?.[0]?.json).toMatchObject({
		id: 'e2e-66',
		state: 'confirmed',
	});
});

it('asks when, where it is to be moved, and hands on what was written', async () => {
	const { phone, tap, end } = await asked(67);
	await tap('Move');
	await phone.receives(
		'The second question',
		(entry) => arrived(entry) && textOf(entry).startsWith('When would'),
	);
	await phone.write('Friday at 9');
	expect(outputs(await end(), 'For Reception')[0]?.[0]?.json).toMatchObject({
		state: 'moved',
		wish: 'Friday at 9',
	});
});

it('cancels', async () => {
	const { phone, tap, end } = await asked(68);
	await tap('Call it off');
	await phone.receives('The answer', (entry) => textOf(entry).startsWith('It is cancelled'));
	expect(outputs(await end(), 'For Reception')[0]?.[0]?.json).toMatchObject({ state: 'cancelled' });
});

it('asks once for a booking that is posted twice, and again when it was moved', async () => {
	const { phone, body } = await asked(95);
	const twice = await workflow.startedBy(() => call('appointment', body));
	expect(outputs(twice, 'Ask')).toEqual([]);
	expect(await phone.texts()).toHaveLength(1);
	const moved = { ...body, start: at('10:15') };
	expect((await workflow.startedBy(() => call('appointment', moved))).status).toBe('waiting');
});

it('tells reception that a number is none, and that somebody wants no messages', async () => {
	const wrong = await workflow.startedBy(() =>
		call('appointment', { ...sample('appointment'), id: 'e2e-wrong', phone: '07700' }),
	);
	expect(outputs(wrong, 'For Reception')[0]?.[0]?.json).toMatchObject({
		...{ id: 'e2e-wrong', state: 'notReached' },
		reason: expect.stringMatching(/./) as string,
	});
	const { phone, end } = await asked(96);
	await phone.write('STOP');
	expect(outputs(await end(), 'For Reception')[0]?.[0]?.json).toMatchObject({ state: 'optedOut' });
});

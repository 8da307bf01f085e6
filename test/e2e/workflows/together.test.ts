import { until } from '../../../scripts/n8n/until';
import type { PhoneEntry } from '../../../scripts/world/phone';
import { shipOrder } from '../../../scripts/world/shop';
import {
	call,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { api, arrived, latest, n8nUrl, workflows } from '../support/world';

/** A shop publishes all of them: whatever somebody taps or writes is answered by one. */

useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const review = useWorkflow('delivered-review', () => ({
	'"quietHours": "country"': '"quietHours": "off"',
}));
const signUp = useWorkflow('double-opt-in');
useWorkflow('appointment-reply');
const support = useWorkflow('support-hand-over');

/** All that hear taps, and all that hear texts as well. */
const hearTaps = [workflows.replies, signUp.id, review.id, support.id];
const hearTexts = [review.id, support.id];

let phone: Awaited<ReturnType<typeof newPhone>>;
beforeAll(async () => {
	phone = await newPhone(41);
});

/** The messages that somebody got for what they did, when every workflow that heard of it has ended. */
async function answersTo(hearing: readonly string[], act: () => Promise<unknown>) {
	const before = (await phone.texts()).length;
	const last = await Promise.all(hearing.map(latest));
	await act();
	await Promise.all(
		hearing.map((workflowId, i) => api.waitForExecution({ workflowId, after: last[i] ?? '0' })),
	);
	return (await phone.texts()).slice(before);
}

const receives = (words: string) =>
	phone.receives(words, (entry) => arrived(entry) && textOf(entry).includes(words));

const chip = ({ content }: PhoneEntry, label: string) =>
	(content as { suggestions: { text: string; postbackData: string }[] }).suggestions.find(
		({ text }) => text === label,
	)?.postbackData ?? '';

const deliver = (order: number) => {
	const fulfillment = sample<{ destination: object }>('shopify-fulfillment-delivered');
	const destination = { ...fulfillment.destination, phone: phone.number };
	return review.startedBy(() =>
		call('order-delivered', { ...fulfillment, id: order, order_id: order, destination }),
	);
};

it('a tap on shop news', async () => {
	await shipOrder(n8nUrl, phone.number, 241);
	const card = await phone.receives('The card', arrived);
	const tapped = chip(card, 'When does it arrive?');
	expect(await answersTo(hearTaps, () => phone.tap(card.id, tapped))).toEqual([
		expect.stringMatching(/^Your parcel for order /),
	]);
});

it('a tap on a rating, and one that is written', async () => {
	await deliver(4_000_009_141);
	const card = await receives('How do you like');
	expect(await answersTo(hearTaps, () => phone.tap(card.id, chip(card, '4 ★')))).toEqual([
		expect.stringMatching(/^Thank you! We have noted/),
	]);
	await deliver(4_000_009_241);
	expect(await answersTo(hearTexts, () => phone.write('2'))).toEqual([
		expect.stringMatching(/^We are sorry/),
	]);
});

it('a tap on a confirmation', async () => {
	await signUp.startedBy(() =>
		call('double-opt-in', { ...sample('sign-up'), phone: phone.number }),
	);
	const question = await receives('You signed up');
	const yes = chip(question, 'Yes, subscribe');
	expect(await answersTo(hearTaps, () => phone.tap(question.id, yes))).toEqual([
		expect.stringMatching(/^Thank you, you are subscribed/),
	]);
});

describe('the answer to a question that waits', () => {
	let question: PhoneEntry;
	beforeAll(async () => {
		const body = { ...sample('appointment'), id: 'e2e-together', phone: phone.number };
		await call('appointment', body);
		question = await receives('Does that suit you?');
	});

	it('is for that question', async () => {
		const ended = () =>
			until(90_000, 'the end', async () => {
				const [last] = await api.executions(workflows['appointment-reply'], 1);
				return last?.finished ? last : undefined;
			});
		const confirm = async () => {
			await phone.tap(question.id, chip(question, 'Confirm'));
			await receives('Thank you, see you then!');
			await ended();
		};
		expect(await answersTo([], confirm)).toEqual(['Thank you, see you then!']);
	});

	it('hears once that it is late, also where it is written', async () => {
		expect(await answersTo(hearTexts, () => phone.write('Move'))).toEqual([
			expect.stringContaining('already closed'),
		]);
	});
});

it('what is written, also the words of a chip', async () => {
	for (const text of ['Can my neighbour take it?', 'Talk to us', 'doi:yes:1'])
		expect(await answersTo(hearTexts, () => phone.write(text))).toEqual([
			expect.stringMatching(/^How can we help\?/),
		]);
});

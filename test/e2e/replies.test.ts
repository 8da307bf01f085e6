import { shipOrder } from '../../scripts/world/shop';
import type { Phone, PhoneEntry } from '../../scripts/world/phone';
import { newPhone } from './support/importedWorkflow';
import { api, arrived, latest, n8nUrl, workflows } from './support/world';

const workflowId = workflows.replies;
const textOf = ({ content }: PhoneEntry) => (content as { text?: string } | undefined)?.text ?? '';

describe('the workflow replies', () => {
	let phone: Phone;
	let card: PhoneEntry;

	beforeAll(async () => {
		phone = await newPhone(83);
		await shipOrder(n8nUrl, phone.number, 201);
		card = await phone.receives('The card', arrived);
	});

	it('answers a tap on a reply, with replies of its own', async () => {
		await phone.tap(card.id, 'when:4000001001');
		const answer = await phone.receives('The answer', (entry) =>
			textOf(entry).startsWith('Your parcel for order 4000001001 is on its way'),
		);
		expect(answer.content).toMatchObject({
			suggestions: [{ text: 'Thanks' }, { text: 'Talk to us', postbackData: 'support:4000001001' }],
		});
	});

	it('answers the tap on a reply of its answer', async () => {
		const answer = await phone.receives(
			'The answer',
			(entry) => arrived(entry) && textOf(entry).startsWith('Your parcel'),
		);
		await phone.tap(answer.id, 'support:4000001001');
		const support = await phone.receives('The number', (entry) =>
			textOf(entry).startsWith('We are here'),
		);
		expect(support.content).toMatchObject({
			suggestions: [{ kind: 'dial', text: 'Call Us', phoneNumber: '+442079460123' }],
		});
	});

	it('thanks for thanks', async () => {
		const answer = await phone.receives('The answer', (entry) =>
			textOf(entry).startsWith('Your parcel'),
		);
		await phone.tap(answer.id, 'thanks:');
		await phone.receives('The answer', (entry) => textOf(entry).startsWith('Thank you!'));
	});

	it('leaves what a person writes to the workflow for it', async () => {
		await phone.write('Can my neighbour take it?');
		await phone.receives('The answer', (entry) => textOf(entry).startsWith('How can we help?'));
	});

	it('is not started by an opt-out, which has an event of its own', async () => {
		const before = await latest(workflowId);
		await phone.write('STOP');
		await phone.tap(card.id, 'when:4000001001');
		await api.waitForExecution({ workflowId, after: before });
		const started = await api.executions(workflowId);
		expect(started.filter(({ id }) => Number(id) > Number(before))).toHaveLength(1);
	});
});

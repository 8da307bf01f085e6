import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Phone, PhoneEntry } from '../../../scripts/world/phone';
import { newPhone, textOf, useWorkflow } from '../support/importedWorkflow';
import { chain, manualTrigger, outputs, runToEnd, sendRcs } from '../support/workflows';
import { arrived } from '../support/world';

/** A support desk, which takes tickets while it is open. */
const tickets: Record<string, unknown>[] = [];
let isOpen = true;
let desk: Server;
beforeAll(async () => {
	desk = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			if (isOpen) tickets.push(JSON.parse(Buffer.concat(parts).toString()) as (typeof tickets)[0]);
			response.writeHead(isOpen ? 201 : 503, { 'content-type': 'application/json' });
			response.end(JSON.stringify(isOpen ? { number: `T-${tickets.length}` } : {}));
		});
	});
	await new Promise<void>((done) => desk.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => desk.close(done)));

const workflow = useWorkflow('support-hand-over');

/** What a shop with a support desk fills in. */
const settings = () => ({
	hours: 'Monday to Saturday, 9:00 to 18:00',
	orderPage: 'https://shop.example.com/orders',
	phone: '+442079460123',
	deskUrl: `http://127.0.0.1:${(desk.address() as AddressInfo).port}/api/tickets`,
});

const AGENT = 'DemoShop';

const chipsOf = ({ content }: PhoneEntry) =>
	(content as { suggestions?: { text: string; postbackData: string }[] } | undefined)
		?.suggestions ?? [];

const receives = (phone: Phone, words: string) =>
	phone.receives(words, (entry) => textOf(entry).includes(words) && arrived(entry));

async function tap(phone: Phone, entry: PhoneEntry, text: string) {
	const chip = chipsOf(entry).find((one) => one.text === text);
	return workflow.startedBy(() => phone.tap(entry.id, chip?.postbackData ?? ''));
}

it('offers what it has to who only chose credentials, and keeps the question for a person', async () => {
	const phone = await newPhone(15);
	await workflow.startedBy(() => phone.write('When do you open on Friday?', AGENT));
	const choices = await receives(phone, 'How can we help? Ask for a person');
	expect(chipsOf(choices).map(({ text }) => text)).toEqual(['Talk to a person']);
	const execution = await tap(phone, choices, 'Talk to a person');
	expect(outputs(execution, 'For Support')[0]?.map(({ json }) => json)).toMatchObject([
		{ phone: phone.number, question: 'When do you open on Friday?' },
	]);
	await receives(phone, 'Thank you, we have noted what you asked.');
	expect(outputs(execution, 'Open Ticket')).toEqual([]);
	expect(tickets).toEqual([]);
});

describe('with the settings of a shop', () => {
	beforeAll(() => workflow.fillIn(settings()));

	it('answers what it knows, by a word and by a chip, and shows that it types', async () => {
		const phone = await newPhone(11);
		const execution = await workflow.startedBy(() =>
			phone.write('When do you open on Friday?', AGENT),
		);
		expect(outputs(execution, 'Show Typing')[0]).toHaveLength(1);
		const hours = await receives(phone, 'We are here Monday to Saturday');
		await tap(phone, hours, 'Where is my order?');
		const order = await receives(phone, 'Here you see where your order is');
		expect(chipsOf(order)).toMatchObject([
			{ kind: 'openUrl', url: 'https://shop.example.com/orders' },
			{ text: 'Talk to a person' },
		]);
	});

	it('offers the choices for anything else, and opens a ticket with the words of the person', async () => {
		const phone = await newPhone(12);
		await workflow.startedBy(() => phone.write('Is the backpack waterproof: yes or no?', AGENT));
		const choices = await receives(phone, 'How can we help?');
		const texts = chipsOf(choices).map(({ text }) => text);
		expect(texts).toEqual(['Opening hours', 'Where is my order?', 'Talk to a person']);
		await tap(phone, choices, 'Talk to a person');
		expect(tickets).toMatchObject([
			{ phone: phone.number, question: 'Is the backpack waterproof: yes or no?' },
		]);
		await receives(phone, 'Your ticket is T-1.');
		expect(await phone.texts()).toHaveLength(2);
	});

	it('offers a call where the desk does not answer', async () => {
		isOpen = false;
		const phone = await newPhone(13);
		await workflow.startedBy(() => phone.write('I want to talk to a human, please', AGENT));
		const call = await receives(phone, 'cannot be reached right now');
		expect(chipsOf(call)).toMatchObject([{ kind: 'dial', phoneNumber: '+442079460123' }]);
		expect(tickets).toHaveLength(1);
	});

	it('asks to write again where the desk does not answer and there is no number', async () => {
		await workflow.fillIn({ deskUrl: settings().deskUrl });
		const phone = await newPhone(16);
		await workflow.startedBy(() => phone.write('I want to talk to a human, please', AGENT));
		const later = await receives(phone, 'cannot be reached right now. Please write again later.');
		expect(chipsOf(later)).toEqual([]);
	});
});

it('leaves taps on chips of other workflows alone', async () => {
	const phone = await newPhone(14);
	const suggestion = [{ type: 'reply', text: 'Yes', postbackData: 'review:5' }];
	const message = { messageType: 'text', text: 'Another workflow', suggestions: { suggestion } };
	const send = sendRcs({ ...message, to: phone.number });
	await runToEnd(chain('e2e chip of another workflow', manualTrigger(), send));
	const { id } = await receives(phone, 'Another workflow');
	const execution = await workflow.startedBy(() => phone.tap(id, 'review:5'));
	expect(outputs(execution, 'For Support?')[0]).toEqual([]);
	expect(await phone.texts()).toEqual(['Another workflow']);
});

import type { PhoneEntry } from '../../../scripts/world/phone';
import {
	call,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('double-opt-in');

interface SignUp {
	phone: string;
	text: string;
	url: string;
}

interface Statement {
	state: string;
	level: string;
	origin: string;
	proof?: Record<string, string>;
}

async function history(phone: string) {
	const answer = await service.post<{
		consents: { purpose: string; state: string }[];
		statements: Statement[];
	}>('/v1/consent/history', { phone });
	const [latest] = answer.statements;
	return { state: answer.consents[0]?.state, count: answer.statements.length, latest };
}

/** Whether the gate would let a marketing message through. */
async function mayMarket(phone: string): Promise<boolean> {
	const asked = { requests: [{ id: `e2e ${phone} ${Date.now()}`, phone, purpose: 'marketing' }] };
	const { results } = await service.post<{ results: { outcome: string }[] }>('/v1/gate', asked);
	return results[0]?.outcome === 'send';
}

const chipsOf = ({ content }: PhoneEntry) =>
	(content as { suggestions?: { text: string; postbackData: string }[] }).suggestions ?? [];

async function signUp(last: number) {
	const phone = await newPhone(last);
	const form = { ...sample<SignUp>('sign-up'), phone: phone.number.replace('+44', '0') };
	const execution = await workflow.startedBy(() => call('double-opt-in', form));
	const question = await phone.receives(
		'The question',
		(entry) => chipsOf(entry).length > 0 && arrived(entry),
	);
	const tap = async (text: string) => {
		const chip = chipsOf(question).find((one) => one.text === text);
		return workflow.startedBy(() => phone.tap(question.id, chip?.postbackData ?? ''));
	};
	return { phone, form, execution, question, tap };
}

it('asks once while pending, and sends nothing else', async () => {
	const { phone, form, execution, question } = await signUp(1);
	expect(execution.status).toBe('success');
	expect(await history(phone.number)).toMatchObject({
		state: 'pending',
		latest: {
			...{ state: 'pending', level: 'double', origin: 'person' },
			proof: { text: form.text, url: form.url, language: 'en' },
		},
	});
	expect(textOf(question)).toContain('You signed up for our offers.');
	expect(chipsOf(question).map(({ text }) => text)).toEqual(['Yes, subscribe', 'No thanks']);
	expect(await mayMarket(phone.number)).toBe(false);
	const again = await workflow.startedBy(() => call('double-opt-in', form));
	expect(outputs(again, 'Ask to Confirm')[0]?.[0]?.json).toMatchObject({ duplicate: true });
	expect(await phone.texts()).toHaveLength(1);
});

it('a yes is a confirmed opt-in, with the reply as its proof, and is asked for no more', async () => {
	const { phone, form, question, tap } = await signUp(2);
	const execution = await tap('Yes, subscribe');
	expect(execution.status).toBe('success');
	expect(await history(phone.number)).toMatchObject({
		state: 'optedIn',
		latest: {
			...{ state: 'optedIn', level: 'double', origin: 'person' },
			proof: { messageId: question.id, text: 'Chip: Yes, subscribe' },
		},
	});
	await phone.receives('The confirmation', (entry) => textOf(entry).startsWith('Thank you, you'));
	expect(await mayMarket(phone.number)).toBe(true);
	const again = await workflow.startedBy(() => call('double-opt-in', form));
	expect(outputs(again, 'Confirmed Before')[0]).toHaveLength(1);
	expect(await phone.texts()).toHaveLength(2);
});

it('a no is an opt-out', async () => {
	const { phone, tap } = await signUp(3);
	await tap('No thanks');
	expect(await history(phone.number)).toMatchObject({
		state: 'optedOut',
		latest: { proof: { text: 'Chip: No thanks' } },
	});
	await phone.receives('The confirmation', (entry) => textOf(entry).startsWith('All right'));
	expect(await mayMarket(phone.number)).toBe(false);
	expect(await phone.texts()).toHaveLength(2);
});

it('says what is wrong with a number that is none', async () => {
	const form = { ...sample('sign-up'), phone: '0770' };
	const execution = await workflow.startedBy(() => call('double-opt-in', form));
	expect(execution.status).toBe('success');
	expect(outputs(execution, 'Problems')[0]?.[0]?.json).toMatchObject({
		reason: expect.stringContaining('phone number') as string,
	});
});

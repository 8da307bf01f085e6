import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Execution } from '../../../scripts/n8n/types';
import { until } from '../../../scripts/n8n/until';
import { fetchOnce } from '../../../scripts/n8n/fetchOnce';
import { connectorsCredential } from '../../../scripts/world/credentials';
import { Phone, type PhoneEntry } from '../../../scripts/world/phone';
import {
	putWorkflow,
	readWorkflow,
	type WorkflowFile,
	withSettings,
} from '../../../scripts/world/workflows';
import { embedded } from '../../service/support/database';
import { type ServiceProcess, startServiceProcess } from '../../service/support/process';
import { TOKEN } from '../../service/support/world';
import { api, latest, n8nUrl, sandboxUrl, workflows } from './world';

/** What answers whatever people write: tests count what a phone got. */
const ANSWERS_ALL: WorkflowFile = 'support-hand-over';

type Texts = Readonly<Record<string, string>>;

export interface ImportedWorkflow {
	id: string;
	/** Does something that starts it, and gives the execution that followed, which has ended or waits. */
	startedBy(act: () => Promise<unknown>): Promise<Execution>;
	/** Ends the wait for a call that an execution is in, and gives it when it has ended or waits elsewhere. */
	resume(waiting: Execution): Promise<Execution>;
	/** Publishes it anew with settings that the file leaves empty; an empty object empties them again. */
	fillIn(settings: Texts): Promise<void>;
	/** Starts it by one of its triggers, as somebody does in the editor. */
	run(trigger: string): Promise<Execution>;
}

/**
 * A workflow of workflows/ for a test file: imported, with the demo credentials and nothing else chosen, and
 * published. `instead` gives texts that take the place of others in the file, such as waits; it is asked
 * when everything before it has started.
 */
export function useWorkflow(
	file: WorkflowFile,
	instead: () => Texts = () => ({}),
): ImportedWorkflow {
	const id = workflows[file];
	const publish = async (settings: Texts = {}) => {
		const workflow = withSettings(readWorkflow(file, instead()), settings);
		await api.upsertWorkflow(workflow, { activate: true });
	};
	beforeAll(async () => {
		await api.deactivate(workflows[ANSWERS_ALL]);
		await publish();
	});
	// As the world began: other files look at it, and hear from what answers all.
	afterAll(async () => {
		await putWorkflow(api, file, sandboxUrl);
		await api.activate(workflows[ANSWERS_ALL]);
	});
	return {
		id,
		async startedBy(act) {
			const after = await latest(id);
			await act();
			return api.waitForExecution({ workflowId: id, after });
		},
		resume,
		fillIn: publish,
		run: async (trigger) => api.waitForExecution({ id: await api.run(id, trigger) }),
	};
}

async function resume({ id, data }: Execution): Promise<Execution> {
	const { lastNodeExecuted: place = '', runData = {} } = data?.resultData ?? {};
	const url = runData[place]?.at(-1)?.metadata?.resumeUrl;
	if (url === undefined) throw new Error(`Execution ${id} waits for no call at '${place}'`);
	const answer = await fetchOnce(url);
	if (!answer.ok) throw new Error(`n8n answered ${answer.status}: ${await answer.text()}`);
	return await until(90_000, `execution ${id} to go on from '${place}'`, async () => {
		const execution = await api.waitForExecution({ id });
		return execution.data?.resultData.lastNodeExecuted === place ? undefined : execution;
	});
}

/** Posts to a webhook of a workflow, as a shop or an app does. */
export async function call(
	path: string,
	body: unknown,
	headers: Texts = {},
): Promise<{ status: number; body: unknown }> {
	const answer = await fetchOnce(`${n8nUrl}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	const text = await answer.text();
	return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

/** An input that was recorded, of workflows/samples/. */
export function sample<T extends object = Record<string, unknown>>(name: string): T {
	const folder = join(resolve(__dirname, '..', '..', '..'), 'workflows', 'samples');
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
}

/** The phones of this test file. */
const own = new Set<string>();

/**
 * A phone with RCS that nothing else is about. `last` are the last two digits of its number; the one before them is 7
 * where a workflow of workflows/ is executed, and 6 where a test has its own workflow with a wait.
 */
export async function newPhone(
	last: number,
	hundreds: 6 | 7 = 7,
): Promise<Phone & { texts(): Promise<string[]> }> {
	const phone = new Phone(sandboxUrl, `+447700900${hundreds}${String(last).padStart(2, '0')}`);
	await phone.setUp();
	if (!own.has(phone.number) && (await phone.entries()).length > 0)
		throw new Error(`${phone.number} belongs to another test file: take a number of your own`);
	own.add(phone.number);
	const texts = async () => {
		const messages = (await phone.entries()).filter(({ type }) => type === 'message');
		return messages.map(textOf);
	};
	return Object.assign(phone, { texts });
}

/** What a person reads of a message: its text, the words of its card, or the SMS in its place. */
export function textOf({ channel, content, fallback }: PhoneEntry): string {
	if (channel === 'SMS') return String((fallback as { text?: string } | undefined)?.text ?? '');
	const { text, card } = (content ?? {}) as {
		text?: string;
		card?: { title?: string; description?: string };
	};
	return text ?? [card?.title, card?.description].filter(Boolean).join('\n');
}

/** A connector service for a test file, which the demo credential leads to. */
export function useConnectors(config: object = {}) {
	const database = embedded();
	let service: ServiceProcess | undefined;
	const url = () => {
		if (!service) throw new Error('The service was not started');
		return service.url;
	};
	beforeAll(async () => {
		service = await startServiceProcess({ database: database.config, ...config });
		await api.upsertCredential(connectorsCredential(service.url, TOKEN));
	});
	afterAll(async () => {
		await service?.stop();
		database.remove();
	});
	const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
		const answer = await fetchOnce(`${url()}${path}`, {
			method,
			headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
			...(body && { body: JSON.stringify(body) }),
		});
		if (!answer.ok)
			throw new Error(`The service answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	return {
		url,
		get: <T>(path: string) => ask<T>('GET', path),
		post: <T>(path: string, body: object) => ask<T>('POST', path, body),
	};
}

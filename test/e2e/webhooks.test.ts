import { randomUUID } from 'node:crypto';
import type { Item } from '../../scripts/n8n/types';
import { until } from '../../scripts/n8n/until';
import { chain, outputs, rcsTrigger } from './support/workflows';
import { api, latest } from './support/world';
import { messageIdIn, post, registeredHeaders, signed, tapped, urlOf } from './support/webhooks';

const day = 86_400_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/**
 * What webhooks started, by execution. n8n answers before it starts one, so that nothing came of them is only known
 * once a genuine webhook that was sent after them has started its own; which may still be sooner than an earlier one
 * of which something comes, so that their number is waited for, too.
 */
async function startedBy(
	workflowId: string,
	webhooks: () => Promise<void>,
	marker: () => Promise<string>,
	count: number,
): Promise<Item[][]> {
	const after = Number(await latest(workflowId));
	await webhooks();
	const mark = await marker();
	return await until(90_000, 'the webhooks to start their executions', async () => {
		const running = await api.started(workflowId);
		if (!running.every(({ finished }) => finished)) return undefined;
		const all = (await api.executions(workflowId, 50)).filter(({ id }) => Number(id) > after);
		const started = all.map((execution) => outputs(execution, 'RCS Trigger')[0] ?? []);
		const isMarker = (items: Item[]) => JSON.stringify(items).includes(mark);
		const others = started.filter((items) => !isMarker(items));
		return started.some(isMarker) && others.length >= count ? others : undefined;
	});
}

describe('signed webhooks of the conversation API', () => {
	const trigger = rcsTrigger({ provider: 'conversation', events: ['message.replied'] });
	const url = urlOf(trigger);
	let workflowId: string;

	beforeAll(async () => {
		const workflow = chain('e2e signed webhooks', trigger);
		workflowId = await api.upsertWorkflow(workflow, { activate: true });
	});
	afterAll(async () => {
		await api.deactivate(workflowId);
	});

	const started = (webhooks: () => Promise<void>, count = 0) =>
		startedBy(
			workflowId,
			webhooks,
			async () => {
				const body = tapped();
				expect(await post(url, body, signed(body))).toBe(200);
				return messageIdIn(body);
			},
			count,
		);

	const genuine = tapped();
	const old = tapped(ago(2 * day));
	it.each([
		['without a signature', genuine, {}],
		['with the signature of another secret', genuine, signed(genuine, 'guessed')],
		['with a signature that is no hex', genuine, { 'x-signature': 'zz' }],
		['with one byte changed', genuine.replace('e2e', 'e2f'), signed(genuine)],
		['with a space more', `${genuine} `, signed(genuine)],
		['that is signed, but two days old', old, signed(old)],
	])('refuses one %s, and starts nothing', async (_, body, headers) => {
		const executions = await started(async () => {
			expect(await post(url, body, headers)).toBe(401);
		});
		expect(executions).toEqual([]);
	});

	it('starts one execution for a webhook that is delivered twice', async () => {
		const body = tapped();
		const executions = await started(async () => {
			expect(await post(url, body, signed(body))).toBe(200);
			expect(await post(url, body, signed(body))).toBe(200);
		}, 1);
		expect(executions).toHaveLength(1);
		expect(executions[0]).toHaveLength(1);
		expect(executions[0]?.[0]?.json).toMatchObject({
			type: 'message.replied',
			messageId: messageIdIn(body),
			postbackData: 'e2e',
		});
	});

	it('takes one that nobody listens to, and starts nothing', async () => {
		const body = JSON.stringify({
			conversationId: '+447700900001',
			messageId: randomUUID(),
			messageStatus: 'READ',
			timestamp: ago(0),
		});
		const executions = await started(async () => {
			expect(await post(url, body, signed(body))).toBe(200);
		});
		expect(executions).toEqual([]);
	});
});

describe('webhooks that RCS Trigger registered at Infobip', () => {
	const trigger = rcsTrigger({ provider: 'infobip', events: ['message.received'] });
	const url = urlOf(trigger);
	let workflowId: string;
	let secret: Record<string, string>;

	const inbound = (text: string) => ({
		sender: '447700900001',
		to: 'DemoShop',
		integrationType: 'RCS',
		receivedAt: '2026-11-20T10:15:00.000+0000',
		messageId: randomUUID(),
		message: { text, type: 'TEXT' },
	});

	const webhookOf = (...texts: string[]) => JSON.stringify({ results: texts.map(inbound) });
	const started = (webhooks: () => Promise<void>, count = 0) =>
		startedBy(
			workflowId,
			webhooks,
			async () => {
				const mark = randomUUID();
				expect(await post(url, webhookOf(mark), secret)).toBe(200);
				return mark;
			},
			count,
		);

	beforeAll(async () => {
		const workflow = chain('e2e registered webhooks', trigger);
		workflowId = await api.upsertWorkflow(workflow, { activate: true });
		secret = (await registeredHeaders(url)) ?? {};
	});

	it('carry a secret that was made up for them', () => {
		expect(Object.values(secret).join('')).toMatch(/^[\w-]{40,}$/);
	});

	it('start one execution with an item for each result', async () => {
		const executions = await started(async () => {
			expect(await post(url, webhookOf('one', 'two', 'three'), secret)).toBe(200);
		}, 1);
		expect(executions).toHaveLength(1);
		expect(executions[0]?.map(({ json }) => json)).toMatchObject(
			['one', 'two', 'three'].map((text) => ({
				type: 'message.received',
				user: '+447700900001',
				text,
				provider: 'infobip',
			})),
		);
	});

	it.each([
		['without the secret', {}],
		['with a guessed secret', { 'x-rcs-trigger-secret': 'guessed' }],
	])('are refused %s, and start nothing', async (_, headers) => {
		const executions = await started(async () => {
			expect(await post(url, webhookOf('forged'), headers)).toBe(401);
		});
		expect(executions).toEqual([]);
	});

	it.each(['', '[]', '{"results":7}', '{"results":[null]}'])(
		'are taken when they make no sense, and start nothing: %s',
		async (body) => {
			const executions = await started(async () => {
				expect(await post(url, body, secret)).toBe(200);
			});
			expect(executions).toEqual([]);
		},
	);

	it('are no longer sent once the workflow is stopped', async () => {
		await api.deactivate(workflowId);
		expect(await registeredHeaders(url)).toBeUndefined();
		expect(await post(url, '{}', secret)).toBe(404);
	});
});

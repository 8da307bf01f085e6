/** `npm run demo`: the whole story without a browser. Ends with 0 only when every step happened. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { consentBothWays, engagementInCrm } from './demo/crmStory';
import { throughTheService } from './demo/serviceStory';
import { step } from './demo/step';
import { type Connectors, startConnectors } from './world/connectors';
import { Phone, type PhoneEntry } from './world/phone';
import { shipOrder } from './world/shop';
import { root, startWorld, type World } from './world/world';

async function story(world: World, service: Connectors): Promise<void> {
	const android = new Phone(world.sandbox.url, '+447700900001');
	const smsOnly = new Phone(world.sandbox.url, '+447700900003');

	await step('Shopify reports that order 1001 has shipped', () =>
		shipOrder(world.n8n.url, '07700 900001', 1),
	);
	const card = await step('Capability says RCS, and a card with a picture reaches the phone', () =>
		android.receives('A card', ({ kind, state }) => kind === 'card' && isThere(state)),
	);
	await step('The check and the send are in the execution, nothing is on Not Sent', () =>
		expectExecution(world),
	);
	await step('The card is read', () =>
		android.receives('Reading', ({ id, state }) => id === card.id && state === 'read'),
	);
	await step('The customer taps "When does it arrive?"', () =>
		android.tap(card.id, 'when:4000001001'),
	);
	await step('RCS Trigger starts the replies workflow, and its answer reaches the phone', () =>
		android.receives('An answer', (entry) => textOf(entry).includes('Your parcel for order')),
	);
	await engagementInCrm(world);
	await step('The same order once more: the customer gets no second card', async () => {
		await shipOrder(world.n8n.url, '07700 900001', 1);
		await finished(world, 2);
		const cards = (await android.entries()).filter(({ kind }) => kind === 'card');
		if (cards.length !== 1) throw new Error(`There are ${cards.length} cards instead of 1`);
	});
	await step('An order from a phone without RCS is told as SMS', async () => {
		await shipOrder(world.n8n.url, '07700 900003', 2);
		await smsOnly.receives('An SMS', ({ channel, state }) => channel === 'SMS' && isThere(state));
	});
	await throughTheService(world, service);
	await consentBothWays(world);
	await step('A forged webhook is refused with 401 and starts nothing', () => forge(world));
}

function isThere(state: string | undefined): boolean {
	return state === 'delivered' || state === 'read';
}

function textOf({ content }: PhoneEntry): string {
	return JSON.stringify(content ?? '');
}

async function finished(world: World, count: number): Promise<void> {
	for (const end = Date.now() + 90_000; Date.now() < end; await sleep(100)) {
		const all = await world.n8n.api.executions(world.workflows['order-shipped']);
		if (all.filter(({ status }) => status === 'success').length >= count) return;
	}
	throw new Error(`The workflow did not finish ${count} times`);
}

async function expectExecution(world: World): Promise<void> {
	const workflowId = world.workflows['order-shipped'];
	const { data, status } = await world.n8n.api.waitForExecution({ workflowId });
	const runs = data?.resultData.runData ?? {};
	const checked = runs['Check Capability']?.[0]?.data?.main ?? [];
	const sent = runs['Send Order Card']?.[0]?.data?.main ?? [];
	if (status !== 'success') throw new Error(`The execution ended with ${status}`);
	if (checked[0]?.length !== 1) throw new Error('Check Capability gave nothing on RCS');
	if (sent[0]?.length !== 1) throw new Error(`Not sent: ${JSON.stringify(sent[1]?.[0]?.json)}`);
}

async function forge(world: World): Promise<void> {
	const text = `forged ${randomUUID()}`;
	const answer = await fetch(await triggerUrl(world), {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-rcs-trigger-secret': 'guessed' },
		body: JSON.stringify({
			results: [{ sender: '447700900001', message: { type: 'TEXT', text } }],
		}),
	});
	if (answer.status !== 401) throw new Error(`n8n answered ${answer.status} instead of 401`);
	const told = JSON.stringify(await world.n8n.api.executions(world.workflows.replies));
	if (told.includes(text)) throw new Error('The forged webhook started an execution');
}

/** The address the trigger registered with the provider. */
async function triggerUrl(world: World): Promise<string> {
	const answer = await fetch(`${world.sandbox.url}/infobip/subscriptions/1/profiles`, {
		headers: { authorization: 'App sandbox-infobip-key' },
	});
	const found = /"notifyUrl":"([^"]+)"/.exec(await answer.text())?.[1];
	if (!found) throw new Error('RCS Trigger has not registered its webhook');
	return found;
}

async function main(): Promise<void> {
	const userFolder = join(root, '.run', `demo-${process.pid}`);
	const world = await step('Sandbox and n8n start, workflows are active', () =>
		startWorld({ userFolder, speed: 5 }),
	);
	let service: Connectors | undefined;
	try {
		service = await step('The connector service starts, with accounts at both CRMs', () =>
			startConnectors(world, { folder: join(userFolder, 'connectors') }),
		);
		await story(world, service);
	} catch (error) {
		process.stderr.write(`What n8n printed is in ${world.n8n.log}\n`);
		throw error;
	} finally {
		await step('Everything stops', async () => {
			await service?.stop();
			await world.stop();
		});
	}
	rmSync(userFolder, { recursive: true, force: true });
	process.stdout.write('The whole story happened.\n');
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});

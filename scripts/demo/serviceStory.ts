/** What the connector service adds: a gate before each send, and both CRMs in step. */
import { type Connectors, SERVICE_ACCOUNT, SERVICE_CUSTOMER } from '../world/connectors';
import { until } from '../n8n/until';
import { Phone } from '../world/phone';
import type { World } from '../world/world';
import { isRecent } from './contact';
import { step } from './step';

const { phone } = SERVICE_CUSTOMER;

export async function throughTheService(world: World, service: Connectors): Promise<void> {
	const { hubspot, salesforce } = world.crms;
	const both = [hubspot, salesforce];
	const customer = new Phone(world.sandbox.url, phone);

	await step('The connector service sends an order message past its gate', async () => {
		const sent = await ask(service, '/v1/messages', {
			connection: SERVICE_ACCOUNT,
			purpose: 'transactional',
			message: { to: phone, content: { kind: 'text', text: 'Your order is on its way.' } },
		});
		if (sent['status'] !== 'accepted') throw new Error(`It was ${String(sent['status'])}`);
		await customer.receives('The message', ({ channel }) => channel === 'RCS');
	});
	await step('Its webhooks reach the service, and both CRMs show delivered and read', async () => {
		for (const crm of both)
			await crm.shows('The engagement', phone, ({ fields }) =>
				['RCS last delivered at', 'RCS last read at'].every((name) => isRecent(fields[name])),
			);
	});
	await step('Nobody agreed to marketing yet: the gate refuses it', () =>
		gateSays(service, 'refused', 'notOptedIn'),
	);
	await step('The customer writes START: the gate lets marketing out', async () => {
		await customer.write('START');
		await gateSays(service, 'send');
	});
	await step('The customer writes STOP: the gate refuses at once', async () => {
		await customer.write('STOP');
		await gateSays(service, 'refused', 'optedOut');
	});
	await step('Both CRMs show the opt-out', async () => {
		for (const crm of both)
			await crm.shows(
				'The opt-out',
				phone,
				({ fields }) => fields['RCS consent status'] === 'Opted out',
			);
	});
	await step("The service's page is there, and lets its token in", () => openPage(service));
}

/** What the service answers. */
async function ask(
	{ url, token }: Connectors,
	path: string,
	body: object,
): Promise<Record<string, unknown>> {
	const answer = await fetch(`${url}${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const text = await answer.text();
	if (!answer.ok) throw new Error(`The service answered ${answer.status} to ${path}: ${text}`);
	return JSON.parse(text) as Record<string, unknown>;
}

/** Waits for what the customer wrote to arrive, and for nothing else. */
async function gateSays(service: Connectors, outcome: string, rule?: string): Promise<void> {
	await until(90_000, `the gate to say ${outcome}`, async () => {
		const requests = [{ id: 'demo', phone, purpose: 'marketing' }];
		const answer = await ask(service, '/v1/gate', { requests, dryRun: true });
		const [said] = answer['results'] as { outcome: string; rule?: string }[];
		return (said?.outcome === outcome && said.rule === rule) || undefined;
	});
}

async function openPage({ url, token }: Connectors): Promise<void> {
	const page = await fetch(`${url}/`);
	if (!/<title>/.test(await page.text())) throw new Error(`The page answered ${page.status}`);
	const login = await fetch(`${url}/v1/page/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-rcs-page': 'demo' },
		body: JSON.stringify({ token }),
	});
	if (!login.ok) throw new Error(`The login answered ${login.status}`);
}

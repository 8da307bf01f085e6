import * as api from './api.js';
import { demos } from './demos.js';
import { el } from './dom.js';
import { state } from './state.js';

const SHOWN = 7;
const list = document.getElementById('webhooks');
const result = document.getElementById('demo-result');

/** Sends a demo message to the open phone. */
export async function sendDemo(demo = demos[0]) {
	try {
		await api.sendAsProvider(...demo.request(state.selected));
		result.textContent = '';
	} catch (error) {
		result.textContent = `Not sent: ${error.message}`;
	}
}

/** The webhooks that went out lately. */
export async function drawWebhooks() {
	const deliveries = (await api.webhooks()).slice(0, SHOWN);
	const rows = deliveries.map(({ event, provider, url, status, error, attempt }) => {
		const good = status >= 200 && status < 300;
		const outcome = status === 0 ? (error ?? 'no answer') : String(status);
		const tries = attempt > 1 ? ` · try ${attempt}` : '';
		return el(
			'li',
			{},
			el('strong', {}, event),
			el('span', {}, provider),
			el('span', { class: good ? 'good' : 'bad' }, `${outcome}${tries}`),
			el('span', { class: 'target' }, url),
		);
	});
	const none = el('p', {}, 'None yet: no webhook is set up, or nothing has happened.');
	list.replaceChildren(...(rows.length > 0 ? rows : [none]));
}

/** The accounts of the sandbox: provider or CRM, path of its API, key and sender. They open nothing else. */
const accounts = [
	['Infobip', '/infobip', 'API key sandbox-infobip-key · sender DemoShop'],
	['Conversation', '/conversation', 'token sandbox-conversation-token'],
	['Agile Telecom', '/agile-telecom', 'API key sandbox-agile-key · agent 10'],
	['seven.io', '/seven/api', 'API key sandbox-seven-key · agent DemoCafe'],
	['REST API v1', '/rest-v1', 'API key sandbox-rest-v1-key · agent DemoHub'],
	[
		'Google RBM',
		'/google-rbm',
		'the service account in sandbox/providers/google-rbm/demoAccount.ts',
	],
	['HubSpot', '/hubspot', 'service key sandbox-hubspot-key'],
	[
		'Salesforce',
		'/salesforce',
		'client ID sandbox-salesforce-client-id · client secret sandbox-salesforce-client-secret',
	],
];

/** What a client needs to connect. */
export function drawConnect() {
	const facts = accounts.flatMap(([name, path, access]) => [
		[`${name} base URL`, `${location.origin}${path}`],
		[`${name} access`, access],
	]);
	document
		.getElementById('connect')
		.replaceChildren(...facts.flatMap(([name, fact]) => [el('dt', {}, name), el('dd', {}, fact)]));
	document
		.getElementById('demos')
		.replaceChildren(
			...demos.map((demo) =>
				el(
					'button',
					{ type: 'button', onclick: () => sendDemo(demo) },
					demo.name,
					el('small', {}, demo.about),
				),
			),
		);
}

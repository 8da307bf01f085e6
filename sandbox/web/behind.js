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

/** What a client needs to connect. */
export function drawConnect() {
	const facts = [
		['Infobip base URL', `${location.origin}/infobip`],
		['Infobip API key · sender', 'sandbox-infobip-key · DemoShop'],
		['Conversation base URL', `${location.origin}/conversation`],
		['Conversation token', 'sandbox-conversation-token'],
	];
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

import * as api from './api.js';
import { arrange, el } from './dom.js';
import { verified } from './icons.js';
import { changed, openAgent, selectedPhone, state, timeline } from './state.js';

const byId = (id) => document.getElementById(id);
const online = byId('online');

online.addEventListener('click', () => {
	const phone = selectedPhone();
	if (phone) api.change(phone.number, { online: !phone.online });
});

/** Draws who the conversation is with, and the switch of the phone. */
export function drawHeader() {
	const phone = selectedPhone();
	const agent = openAgent();
	if (!phone || !agent) return;
	byId('avatar').textContent = agent.name[0] ?? '';
	byId('avatar').style.backgroundColor = agent.color;
	if (byId('agent-name').firstChild?.textContent !== agent.name) {
		byId('agent-name').replaceChildren(el('span', {}, agent.name), verified());
	}
	byId('phone-name').textContent = `${phone.name} · ${phone.number}`;
	online.setAttribute('aria-checked', String(phone.online));
	online.setAttribute('aria-label', 'Phone is online');
	online.querySelector('.word').textContent = phone.online ? 'Online' : 'Offline';
	drawAgents(agent);
}

function drawAgents(open) {
	const agents = new Map(timeline().map((entry) => [entry.agent.id, entry.agent]));
	const buttons = [...agents.values()].map((agent) =>
		el(
			'button',
			{
				type: 'button',
				'aria-pressed': String(agent.id === open.id),
				onclick: () => {
					state.agent.set(state.selected, agent.id);
					changed();
				},
			},
			agent.name,
		),
	);
	const key = buttons.map((button) => button.outerHTML).join();
	const bar = byId('agents');
	if (bar.dataset.key === key) return;
	bar.dataset.key = key;
	arrange(bar, buttons.length > 1 ? buttons : []);
}

import * as api from './api.js';
import { openAgent, state, timeline } from './state.js';

const menu = document.getElementById('menu');
const subscription = document.getElementById('subscription');

const isSubscription = ({ kind }) => kind === 'subscribe' || kind === 'unsubscribe';

/** Whether the person gets messages of the open agent, as far as the menu was used. */
function isSubscribed() {
	const { id } = openAgent();
	const last = timeline().findLast((entry) => entry.agent.id === id && isSubscription(entry));
	return last?.kind !== 'unsubscribe';
}

subscription.addEventListener('click', () => {
	menu.open = false;
	api.subscribe(state.selected, !isSubscribed(), openAgent().id);
});

const closes = ({ type, key, target }) =>
	type === 'keydown' ? key === 'Escape' : !menu.contains(target);
for (const type of ['click', 'keydown'])
	document.addEventListener(type, (event) => {
		if (!menu.open || !closes(event)) return;
		menu.open = false;
		if (type === 'keydown') menu.querySelector('summary').focus();
	});

/** Draws the menu of the conversation: there is one thing in it. */
export function drawMenu() {
	if (openAgent()) subscription.textContent = isSubscribed() ? 'Unsubscribe' : 'Subscribe';
}

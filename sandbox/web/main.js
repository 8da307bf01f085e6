import * as api from './api.js';
import './attach.js';
import { drawConnect, drawWebhooks, sendDemo } from './behind.js';
import { keepingFocus } from './dom.js';
import { follow } from './events.js';
import { drawHeader } from './header.js';
import { drawMenu } from './menu.js';
import { drawPhones } from './phoneList.js';
import { onChange, openAgent, select, state } from './state.js';
import { drawThread } from './thread.js';

const text = document.getElementById('text');
const TYPING_EVERY_MS = 3000;
let typedAt = 0;

function open(number) {
	const url = new URL(location.href);
	url.searchParams.set('phone', number);
	history.replaceState(null, '', url);
	document.body.classList.add('open');
	return select(number);
}

document.getElementById('back').addEventListener('click', () => {
	document.body.classList.remove('open');
	document.querySelector('.phone[aria-current="true"]')?.focus();
});

document.getElementById('composer').addEventListener('submit', async (event) => {
	event.preventDefault();
	const said = text.value.trim();
	if (said === '') return;
	text.value = '';
	await api.write(state.selected, said, openAgent().id);
});

text.addEventListener('input', () => {
	if (Date.now() - typedAt < TYPING_EVERY_MS) return;
	typedAt = Date.now();
	api.typing(state.selected, openAgent().id);
});

onChange(() => {
	drawPhones(open);
	drawHeader();
	drawMenu();
	keepingFocus(() => drawThread(() => sendDemo()));
});

// In a query string a plus sign means a space; people paste numbers with the plus all the same.
const asked = new URLSearchParams(location.search).get('phone')?.trim().replace(/^\+?/, '+');
const FIRST_PHONE = '+447700900001';
state.selected = /^\+\d{7,15}$/.test(asked ?? '') ? asked : FIRST_PHONE;
if (asked || !matchMedia('(max-width: 720px)').matches) document.body.classList.add('open');

drawConnect();
drawWebhooks();
setInterval(drawWebhooks, 4000);
follow((connected) => {
	document.getElementById('connection').textContent = connected
		? 'Connected'
		: 'Not connected: is the sandbox running?';
}, drawWebhooks);

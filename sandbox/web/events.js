import { changed, keep, loadAll, loadPhones, state } from './state.js';

const TYPING_SHOWN_MS = 5000;
const SETTLE_MS = 120;

/** Follows what happens in the sandbox; the browser connects again by itself when it is lost. */
export function follow(showConnection, onMessage) {
	const source = new EventSource('/sandbox/events');
	let settle;

	source.addEventListener('open', async () => {
		await loadAll();
		showConnection(true);
	});
	source.addEventListener('error', () => showConnection(false));
	source.addEventListener('reset', () => {
		sessionStorage.clear();
		loadAll();
	});
	source.addEventListener('phone', ({ data }) => {
		const phone = JSON.parse(data);
		const index = state.phones.findIndex(({ number }) => number === phone.number);
		if (index >= 0) state.phones[index] = phone;
		else state.phones.push(phone);
		changed();
	});
	source.addEventListener('message', ({ data }) => {
		state.typing = undefined;
		keep(JSON.parse(data));
		changed();
		onMessage();
		clearTimeout(settle);
		settle = setTimeout(loadPhones, SETTLE_MS);
	});
	source.addEventListener('agentTyping', ({ data }) => {
		const shown = JSON.parse(data);
		state.typing = shown;
		changed();
		setTimeout(() => {
			if (state.typing === shown) state.typing = undefined;
			changed();
		}, TYPING_SHOWN_MS);
	});
}

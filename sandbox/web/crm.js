import * as api from './api.js';
import { drawContacts, drawCrms } from './crmList.js';
import { drawRecord } from './crmRecord.js';

const LOOK_EVERY_MS = 1500;

const byId = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);

const state = {
	crms: [],
	crm: query.get('crm'),
	contacts: [],
	selected: query.get('contact'),
	filter: '',
};

/** What is shown of the contacts; it is drawn again only when this changes. */
let shown = '';

function show(contacts) {
	const next = JSON.stringify([state.crm, state.selected, state.filter, contacts]);
	if (next === shown) return;
	shown = next;
	state.contacts = contacts;
	drawCrms(state, open);
	drawContacts(state, (id) => open(state.crm, id));
	const contact = contacts.find(({ id }) => id === state.selected);
	drawRecord({ contact, crm: state.crm, contacts }, { edit, back });
	document.body.classList.toggle('open', contact !== undefined);
	document.title = `${contact?.name ?? 'CRMs'} · RCS sandbox`;
}

async function open(crm, id) {
	const isOther = crm !== state.crm;
	state.crm = crm;
	state.selected = id;
	const url = new URL(location.href);
	url.searchParams.set('crm', crm);
	if (id) url.searchParams.set('contact', id);
	else url.searchParams.delete('contact');
	history.replaceState(null, '', url);
	if (isOther) await look();
	else show(state.contacts);
	if (!id) return;
	byId('record').scrollTo(0, 0);
	const isListHidden = byId('contact-list').offsetParent === null;
	if (isListHidden) byId('record').focus();
}

/** Where there is room for one of both only, the list takes the place of the record. */
async function back() {
	const { selected } = state;
	await open(state.crm, undefined);
	document.querySelector(`[data-id="${CSS.escape(selected)}"]`)?.focus();
}

async function edit(contact, value) {
	show(await api.editConsent(state.crm, contact, value));
}

async function look() {
	try {
		if (state.crms.length === 0) state.crms = await api.crms();
		state.crm ??= state.crms[0]?.id;
		const { crm } = state;
		const contacts = crm ? await api.contacts(crm) : [];
		if (crm === state.crm) show(contacts);
		say('connected', 'Connected');
	} catch (error) {
		say('lost', `Not connected: ${error.message}`);
	}
}

function say(connection, words) {
	byId('connection').className = `connection ${connection}`;
	byId('connection').textContent = words;
}

async function add(people) {
	const result = byId('add-result');
	try {
		let contacts = state.contacts;
		for (const person of people) contacts = await api.addContact(state.crm, person);
		show(contacts);
		result.textContent = addedWords(people);
		return true;
	} catch (error) {
		result.textContent = `Not added: ${error.message}`;
		return false;
	}
}

function addedWords(people) {
	if (people.length === 0) return 'They are all there already';
	return people.length === 1 ? `Added ${people[0].name}` : `Added ${people.length} contacts`;
}

byId('add').addEventListener('submit', async (event) => {
	event.preventDefault();
	const { name, phone } = Object.fromEntries(new FormData(event.target));
	if (await add([{ name, phone }])) event.target.reset();
});

byId('add-phones').addEventListener('click', async () => {
	const known = new Set(state.contacts.map(({ phone }) => phone));
	const phones = (await api.phones()).filter(({ number }) => !known.has(number));
	await add(phones.map(({ name, number }) => ({ name, phone: number })));
});

byId('filter').addEventListener('input', ({ target }) => {
	state.filter = target.value.trim().toLowerCase();
	show(state.contacts);
});

await look();
setInterval(() => {
	if (!document.hidden) look();
}, LOOK_EVERY_MS);

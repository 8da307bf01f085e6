import * as api from './api.js';

/** What the page knows. `changed` is called after every change. */
export const state = {
	phones: [],
	agents: [],
	/** number -> Map(key -> entry) */
	timelines: new Map(),
	selected: undefined,
	/** number -> the agent whose conversation is open */
	agent: new Map(),
	typing: undefined,
};

const listeners = new Set();
export const onChange = (listener) => listeners.add(listener);
export const changed = () => listeners.forEach((listener) => listener());

const keyOf = (entry) => `${entry.type} ${entry.provider} ${entry.id}`;
const numberOf = (entry) => (entry.type === 'message' ? entry.to : entry.phone);

/** Adds an entry, or brings one up to date. */
export function keep(entry) {
	const number = numberOf(entry);
	const timeline = state.timelines.get(number) ?? new Map();
	const isNew = !timeline.has(keyOf(entry));
	timeline.set(keyOf(entry), { ...entry, key: keyOf(entry) });
	state.timelines.set(number, timeline);
	if (isNew && number === state.selected) state.agent.set(number, entry.agent.id);
}

/** The entries of the selected phone, oldest first. */
export const timeline = () => [...(state.timelines.get(state.selected)?.values() ?? [])];

export const selectedPhone = () => state.phones.find(({ number }) => number === state.selected);

/** Who the person is talking with. */
export function openAgent() {
	const id = state.agent.get(state.selected) ?? timeline().at(-1)?.agent.id;
	return state.agents.find((agent) => agent.id === id) ?? state.agents[0];
}

export const isOnHandset = (entry) =>
	entry.legs.some(({ state: leg }) => leg === 'delivered' || leg === 'read');

const SEEN = 'rcs-sandbox-seen';
const seen = () => JSON.parse(sessionStorage.getItem(SEEN) ?? '{}');

export const unread = (phone) =>
	phone.number === state.selected ? 0 : Math.max(0, phone.delivered - (seen()[phone.number] ?? 0));

/** The phone that is open is read; its list entry may be older than what the thread already shows. */
function markSeen() {
	const phone = selectedPhone();
	if (!phone) return;
	const shown = timeline().filter((entry) => entry.type === 'message' && isOnHandset(entry)).length;
	const count = Math.max(phone.delivered, shown);
	sessionStorage.setItem(SEEN, JSON.stringify({ ...seen(), [phone.number]: count }));
}

/** Reads the phones again. */
export async function loadPhones() {
	state.phones = await api.phones();
	markSeen();
	changed();
}

/** Opens a phone. */
export async function select(number) {
	markSeen();
	state.selected = number;
	for (const entry of await api.entries(number)) keep(entry);
	await loadPhones();
}

/** Reads everything again, after a start, a reset or a lost connection. */
export async function loadAll() {
	state.timelines.clear();
	state.agent.clear();
	state.agents = await api.agents();
	if (state.selected) await select(state.selected);
	else await loadPhones();
}

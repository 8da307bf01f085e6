/** A request to the sandbox; an answer that is not fine becomes an Error with the sandbox's words. */
async function call(method, path, body, headers = {}) {
	const response = await fetch(path, {
		method,
		headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error?.message ?? answer.error ?? response.statusText);
	return answer;
}

const phone = (number) => `/sandbox/phones/${encodeURIComponent(number)}`;

export const phones = async () => (await call('GET', '/sandbox/phones')).phones;
export const agents = async () => (await call('GET', '/sandbox/agents')).agents;
export const entries = async (number) => (await call('GET', `${phone(number)}/messages`)).messages;
export const webhooks = async () => (await call('GET', '/sandbox/webhooks')).deliveries;
export const change = (number, traits) => call('PATCH', phone(number), traits);
export const write = (number, text, agent) =>
	call('POST', `${phone(number)}/text`, { text, agent });
export const typing = (number, agent) => call('POST', `${phone(number)}/typing`, { agent });
export const tap = (number, place) => call('POST', `${phone(number)}/tap`, place);

export const submitForm = (number, form) => call('POST', `${phone(number)}/form`, form);
export const sendFile = (number, file, agent) =>
	call('POST', `${phone(number)}/file`, { ...file, agent });
export const subscribe = (number, subscribed, agent) =>
	call('POST', `${phone(number)}/subscription`, { subscribed, agent });

export const crms = async () => (await call('GET', '/sandbox/crm')).crms;
const people = (crm) => `/sandbox/crm/${crm}/contacts`;
export const contacts = async (crm) => (await call('GET', people(crm))).contacts;
export const addContact = async (crm, person) => (await call('POST', people(crm), person)).contacts;
export const editConsent = async (crm, { object, id }, value) =>
	(await call('PUT', `${people(crm)}/${object}/${id}/consent`, { value })).contacts;

/** Sends through a provider's own API, as any client of it would. */
export const sendAsProvider = (path, authorization, body) =>
	call('POST', path, body, { authorization });

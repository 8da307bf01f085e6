/** A request to the sandbox; an answer that is not fine becomes an Error with the sandbox's words. */
async function call(method, path, body) {
	const response = await fetch(path, {
		method,
		...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error?.message ?? answer.error ?? response.statusText);
	return answer;
}

export const phones = async () => (await call('GET', '/sandbox/phones')).phones;

export const crms = async () => (await call('GET', '/sandbox/crm')).crms;
const people = (crm) => `/sandbox/crm/${crm}/contacts`;
export const contacts = async (crm) => (await call('GET', people(crm))).contacts;
export const addContact = async (crm, person) => (await call('POST', people(crm), person)).contacts;
export const editConsent = async (crm, { object, id }, value) =>
	(await call('PUT', `${people(crm)}/${object}/${id}/consent`, { value })).contacts;

import { providerError, RcsError } from '../../core/errors';
import { asNumber, asObject, asString } from '../../core/json';
import type { Call, Provider } from '../../core/provider';
import { type Form, readDraft } from './draft';

/** What an operation needs: the form of one item, and the provider as one sender. */
export interface Job {
	form: Form;
	provider: Provider;
	templates: NonNullable<Provider['templates']>;
	call: Call;
}

/** Carries out one operation for one item; gives what its items hold. */
type Operation = (job: Job) => Promise<object[]>;

export const operations: Readonly<Record<string, Operation>> = {
	async create({ form, provider, templates, call }) {
		const name = text(form, 'templateName');
		const draft = readDraft(form, provider, { name, carriers: carriersOf(form) }, call.now);
		return [await templates.create(call, draft)];
	},
	async delete({ form, templates, call }) {
		await templates.remove(call, chosen(form));
		return [{ deleted: true }];
	},
	async get({ form, templates, call }) {
		return [await templates.get(call, chosen(form))];
	},
	async getAll({ form, templates, call }) {
		const all = await templates.list(call);
		const returnAll = form.read('returnAll') === true;
		return returnAll ? all : all.slice(0, asNumber(form.read('limit')) ?? 50);
	},
	async getStatus({ form, templates, call }) {
		return [await templates.status(call, chosen(form))];
	},
	async submit({ form, templates, call }) {
		const carriers = carriersOf(form);
		if (carriers.length === 0) throw missing('Carriers');
		await templates.submit(call, chosen(form), carriers);
		return [{ name: chosen(form), submitted: true, carriers }];
	},
	async update({ form, provider, templates, call }) {
		const draft = readDraft(form, provider, { name: chosen(form), carriers: [] }, call.now);
		return [await templates.update(call, draft)];
	},
};

function text({ read }: Form, name: string): string {
	return asString(read(name))?.trim() ?? '';
}

/** The name of the template that was chosen from the list or written. */
function chosen({ read }: Form): string {
	const locator = read('template');
	const name = asString(asObject(locator)['value']) ?? asString(locator);
	if (!name?.trim()) throw missing('Template');
	return name.trim();
}

function carriersOf(form: Form): string[] {
	return text(form, 'carriers')
		.split(',')
		.map((carrier) => carrier.trim())
		.filter((carrier) => carrier !== '');
}

function missing(parameter: string): RcsError {
	return new RcsError(providerError('validation', `The parameter '${parameter}' is empty`));
}

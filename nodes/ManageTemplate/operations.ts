import { providerError, RcsError } from '../../core/errors';
import { asNumber, asObject, asString } from '../../core/json';
import type { Call, Provider, Templates } from '../../core/provider';
import { type Form, readDraft } from './draft';

/** What an operation needs: the form of one item, and the provider as one sender. */
export interface Job {
	form: Form;
	provider: Provider;
	templates: Templates;
	call: Call;
}

/** Carries out one operation for one item; gives what its items hold. */
type Operation = (job: Job) => Promise<object[]>;

export const operations: Readonly<Record<string, Operation>> = {
	async create({ form, provider, templates, call }) {
		const name = text(form, 'templateName');
		const draft = readDraft(form, provider, { name, carriers: carriersOf(form) }, call.now);
		return [await able(templates.create)(call, draft)];
	},
	async delete({ form, templates, call }) {
		await able(templates.remove)(call, chosen(form));
		return [{ deleted: true }];
	},
	async get({ form, templates, call }) {
		return [await able(templates.get)(call, chosen(form))];
	},
	async getAll({ form, templates, call }) {
		const all = await able(templates.list)(call);
		const returnAll = form.read('returnAll') === true;
		return returnAll ? all : all.slice(0, asNumber(form.read('limit')) ?? 50);
	},
	async getStatus({ form, templates, call }) {
		return [await able(templates.status)(call, chosen(form))];
	},
	async submit({ form, templates, call }) {
		const carriers = carriersOf(form);
		if (carriers.length === 0) throw missing('Carriers');
		await able(templates.submit)(call, chosen(form), carriers);
		return [{ name: chosen(form), submitted: true, carriers }];
	},
	async update({ form, provider, templates, call }) {
		const draft = readDraft(form, provider, { name: chosen(form), carriers: [] }, call.now);
		return [await able(templates.update)(call, chosen(form), draft)];
	},
};

/** What an operation calls; the form offers only what the provider can do, but workflows can be edited. */
function able<T>(method: T | undefined): T {
	if (method) return method;
	const message = 'The provider cannot do this with templates';
	throw new RcsError(providerError('configuration', message));
}

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

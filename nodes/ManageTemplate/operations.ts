import { providerError, RcsError } from '../../core/errors';
import { asNumber } from '../../core/json';
import type { Call, Provider, Templates } from '../../core/provider';
import { readDraft } from './draft';
import { carriersOf, chosen, type Form, missing, text } from './form';

/** What an operation needs: the form of one item, and the provider as one sender. */
export interface Job {
	form: Form;
	provider: Provider;
	templates: Templates;
	call: Call;
}

/** What a provider must be able to do for each operation. */
export const methodOf = {
	create: 'create',
	delete: 'remove',
	get: 'get',
	getAll: 'list',
	getStatus: 'status',
	preview: 'preview',
	previewDraft: 'create',
	submit: 'submit',
	update: 'update',
} satisfies Record<string, keyof Templates>;

export type OperationName = keyof typeof methodOf;

/** The operations that draw; preview/ carries them out. */
export type PreviewName = 'preview' | 'previewDraft';

/** Carries out one operation for one item; gives what its items hold. */
type Operation = (job: Job) => Promise<object[]>;

export const operations: Readonly<Record<Exclude<OperationName, PreviewName>, Operation>> = {
	async create({ form, provider, templates, call }) {
		const draft = readDraft(form, provider, text(form, 'templateName'), call.now);
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
	async submit({ form, provider, templates, call }) {
		const carriers = carriersOf(form);
		const named = provider.profile.templates?.carriers === true;
		if (named && carriers.length === 0) throw missing('Carriers');
		await able(templates.submit)(call, chosen(form), carriers);
		const id = provider.profile.templates?.ids ? 'id' : 'name';
		return [{ [id]: chosen(form), submitted: true, ...(named ? { carriers } : {}) }];
	},
	async update(job) {
		const { form, provider, templates, call } = job;
		const update = able(templates.update);
		const draft = readDraft(form, provider, await nameAfterUpdate(job), call.now);
		return [await update(call, chosen(form), draft)];
	},
};

/** Where an id stands for a template its name may change; else the name is the id. */
async function nameAfterUpdate({ form, provider, templates, call }: Job): Promise<string> {
	const id = chosen(form);
	if (!provider.profile.templates?.ids) return id;
	const written = text(form, 'templateName');
	if (written) return written;
	if (!templates.get) throw missing('Template Name');
	return (await templates.get(call, id)).name;
}

/** What an operation calls; the form offers only what the provider can do, but workflows can be edited. */
function able<T>(method: T | undefined): T {
	if (method) return method;
	const message = 'The provider cannot do this with templates';
	throw new RcsError(providerError('configuration', message));
}

import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import type { Call, Provider } from '../../core/provider';
import type { Template } from '../../core/template';
import { loadAccount } from '../shared/account';
import { chosenText } from '../shared/chosen';
import { nodeErrorOf } from '../shared/nodeErrors';
import { forSender, senderInForm } from '../shared/sender';

/** The variables of the template that is chosen, as fields to fill in. All are needed: none has a default. */
export async function getTemplateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const id = chosenText(this.getNodeParameter('templateId', ''));
	if (id === undefined) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	const account = await loadAccount(this);
	const call = { ...forSender(account, senderInForm(this)), now: new Date() };
	try {
		const template = await find(account.provider, call, id);
		return {
			fields: (template?.variables ?? []).map((name) => ({
				id: name,
				displayName: name,
				type: 'string',
				required: true,
				display: true,
				defaultMatch: false,
				canBeUsedToMatch: false,
			})),
			emptyFieldsNotice: template
				? 'This template has no variables.'
				: 'The provider has no template of this ID.',
		};
	} catch (error) {
		throw nodeErrorOf(this.getNode(), error);
	}
}

async function find(
	{ templates }: Provider,
	call: Call,
	id: string,
): Promise<Template | undefined> {
	if (templates?.get) return templates.get(call, id);
	return (await templates?.list?.(call))?.find((template) => template.id === id);
}

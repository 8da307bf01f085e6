import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { loadAccount } from './account';
import { nodeErrorOf } from './nodeErrors';
import { forSender, senderInForm } from './sender';

/** The provider's templates, to choose one from. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const account = await loadAccount(this);
	const call = { ...forSender(account, senderInForm(this)), now: new Date() };
	try {
		const templates = (await account.provider.templates?.list?.(call)) ?? [];
		const wanted = filter.toLowerCase();
		const results = templates
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.map(({ id, name, language, status }) => ({
				name: `${name} (${language ? `${language}, ` : ''}${status})`,
				value: id,
			}));
		return { results };
	} catch (error) {
		throw nodeErrorOf(this.getNode(), error);
	}
}

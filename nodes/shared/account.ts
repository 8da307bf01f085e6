import { randomUUID } from 'node:crypto';
import {
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	NodeOperationError,
} from 'n8n-workflow';
import { settingsFromFields } from '../../core/fields';
import type { Http } from '../../core/http';
import type { Provider } from '../../core/provider';
import { type ProviderId, providerIds, providers } from '../../core/providers';
import type { ProviderSettings } from '../../core/settings';
import { type Download, n8nDownload } from './n8nDownload';
import { type HttpContext, n8nHttp } from './n8nHttp';

/** A provider with the account it is used with. */
export interface Account {
	id: ProviderId;
	provider: Provider;
	settings: ProviderSettings;
	http: Http;
	download: Download;
	newId: () => string;
}

/** Reads the account a node's `provider` parameter and credential stand for. */
export async function loadAccount(
	context: IExecuteFunctions | ILoadOptionsFunctions,
): Promise<Account> {
	const chosen = context.getNodeParameter('provider', 0);
	return accountOf(context, chosen);
}

/** The account of a provider that was chosen elsewhere. */
export async function accountOf(context: HttpContext, chosen: unknown): Promise<Account> {
	const id = providerIds.find((known) => known === chosen);
	if (!id) {
		const message = `There is no provider '${String(chosen)}'`;
		const description = "Choose one in the field 'Provider'.";
		throw new NodeOperationError(context.getNode(), message, { description });
	}
	const provider: Provider = providers[id];
	const { credential } = provider.profile;
	const data = await context.getCredentials(credential);
	const settings = settingsFromFields(data, provider);
	return {
		id,
		provider,
		settings,
		http: n8nHttp(context, credential, data),
		download: n8nDownload(context, credential, data, settings.baseUrl),
		newId: randomUUID,
	};
}

import {
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
	NodeOperationError,
} from 'n8n-workflow';
import { type CrmId, crms } from '../../connectors';
import type { CrmConnector, CrmSettings } from '../../connectors/crm';
import type { CrmRun } from '../../connectors/execute';
import { asObject, defined, isObject, type JsonObject, lookUp } from '../../core/json';
import { countryCode } from '../../core/message/phone';
import { clock } from './clock';
import { credentialOfCrm } from './crmForm';
import { n8nHttp } from './n8nHttp';

/** A composite of 1,000 records takes its time. */
const TIMEOUT_MS = 120_000;

/** How a CRM is to be used; what is absent is off, or as the connector does it by itself. */
export interface CrmUse {
	createContacts?: boolean;
	history?: boolean;
	/** As it was written in the option. */
	defaultCountry?: string;
	/** `settings.options` of the connector. */
	options?: JsonObject;
	concurrency?: number;
	retries?: number;
}

type CrmContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The CRM that a node's `crm` and `authentication` parameters and its credential stand for. */
export async function loadCrm(context: CrmContext, use: CrmUse = {}): Promise<CrmRun> {
	const crm = chosenCrm(context);
	const credential = credentialOfCrm(crm.id, context.getNodeParameter('authentication', 0));
	const data = await context.getCredentials(credential.name);
	failIfNotConnected(context, data);
	const { createContacts = false, history = false, concurrency = 5, retries = 3 } = use;
	const settings: CrmSettings = {
		baseUrl: credential.baseUrl(data),
		createContacts,
		history,
		...defined({ defaultCountry: countryOf(context, use.defaultCountry), options: use.options }),
	};
	const http = n8nHttp(context, credential.name, data, TIMEOUT_MS);
	return { crm, http, settings, clock, concurrency, retries };
}

function countryOf(context: CrmContext, written: string | undefined): string | undefined {
	const country = countryCode(written ?? '');
	if (written === undefined || country !== undefined) return country;
	const message = `The option 'Default Country' must be a country code, and '${written}' is none`;
	const description = 'Write it in two letters, such as GB.';
	throw new NodeOperationError(context.getNode(), message, { description });
}

export function chosenCrm(context: CrmContext): CrmConnector {
	const chosen = context.getNodeParameter('crm', 0);
	const known: Readonly<Record<CrmId, CrmConnector>> = crms;
	const crm = lookUp<CrmConnector>(known, String(chosen));
	if (crm) return crm;
	const message = `There is no CRM '${String(chosen)}'`;
	const description = "Choose one in the field 'CRM'.";
	throw new NodeOperationError(context.getNode(), message, { description });
}

/** Of some grants, n8n itself would only say that a property cannot be read. */
function failIfNotConnected(context: CrmContext, data: object): void {
	const { grantType, oauthTokenData } = asObject(data);
	if (grantType === undefined || grantType === 'clientCredentials' || isObject(oauthTokenData))
		return;
	const message = 'The credential is not connected to an account';
	const description = "Open the credential and click 'Connect my account'.";
	throw new NodeOperationError(context.getNode(), message, { description });
}

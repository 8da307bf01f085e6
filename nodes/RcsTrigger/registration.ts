import { randomBytes } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { asArray, asObject, asString } from '../../core/json';
import type { Subscriptions } from '../../core/provider';
import type { ProviderSettings } from '../../core/settings';
import type { Account } from '../shared/account';
import { derivedSecret } from './derivedSecret';
import type { TriggerOptions } from './options';
import { hash, triggerId } from './triggerId';

/** A subscription this trigger made at the provider. Kept in the workflow's static data, as long as n8n keeps that. */
export interface Registration {
	/** Ours, stable for one trigger. */
	id: string;
	/** The provider's, where it chooses the ids; else ours. */
	subscriptionId: string;
	url: string;
	events: readonly string[];
	/** What else was registered, as a hash: it holds a password, and the secret if that is derived. */
	terms: string;
	secret: string;
}

/** The registration as it should be. */
export function wantedRegistration(
	context: IHookFunctions,
	settings: ProviderSettings,
	options: TriggerOptions,
): Registration {
	const { username, password } = settings.webhook ?? {};
	const id = triggerId(context);
	const secret = derivedSecret(settings, id);
	return {
		id,
		subscriptionId: id,
		url: context.getNodeWebhookUrl('default') ?? '',
		events: options.events,
		terms: hash([settings.agent, username, password, secret]),
		secret: secret ?? randomBytes(32).toString('base64url'),
	};
}

/** Whether what is registered is what should be. */
export function sameTerms(made: Registration, wanted: Registration): boolean {
	return (
		made.id === wanted.id &&
		made.url === wanted.url &&
		made.terms === wanted.terms &&
		JSON.stringify(made.events) === JSON.stringify(wanted.events)
	);
}

/** The settings a registered webhook is verified with: what was registered, and nothing else. */
export function registeredSettings(
	{ settings }: Account,
	subscriptions: Subscriptions,
	secret: string,
): ProviderSettings {
	const { options } = settings;
	const webhook = subscriptions.proof(settings, secret);
	return subscriptions.signsByOptions && options ? { options, webhook } : { webhook };
}

export function readRegistration(
	context: IHookFunctions | IWebhookFunctions,
): Registration | undefined {
	const { registration } = context.getWorkflowStaticData('node');
	const { id, subscriptionId: given, url, events, terms, secret } = asObject(registration);
	const made = { id: asString(id), secret: asString(secret) };
	if (!made.id || !made.secret) return undefined;
	return {
		id: made.id,
		subscriptionId: asString(given) ?? made.id,
		url: asString(url) ?? '',
		events: asArray(events).map(String),
		terms: asString(terms) ?? '',
		secret: made.secret,
	};
}

/** Keeps a registration; without one, forgets the last. Only what the hooks write here is kept by n8n. */
export function keepRegistration(context: IHookFunctions, registration?: Registration): void {
	const data = context.getWorkflowStaticData('node');
	if (registration) data['registration'] = { ...registration, events: [...registration.events] };
	else delete data['registration'];
}

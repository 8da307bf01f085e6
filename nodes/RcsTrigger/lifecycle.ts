import type { IHookFunctions } from 'n8n-workflow';
import { asObject } from '../../core/json';
import type { Call, Provider } from '../../core/provider';
import type { ProviderSettings } from '../../core/settings';
import { accountOf } from '../shared/account';
import { nodeErrorOf } from '../shared/nodeErrors';
import { readOptions, type TriggerOptions } from './options';
import {
	keepRegistration,
	readRegistration,
	type Registration,
	sameTerms,
	secretHeader,
	wantedRegistration,
} from './registration';
import { setupProblem } from './setup';

type Subscriptions = NonNullable<Provider['webhook']['subscriptions']>;

/**
 * Whether the provider would tell us what we want to hear. n8n calls no hook at a restart, so a URL
 * that changed meanwhile is noticed here, at the next activation.
 */
export async function checkExists(context: IHookFunctions): Promise<boolean> {
	const { account, call, options, subscriptions } = await prepare(context);
	if (!subscriptions) return (await setupProblem(context, account, options)) === undefined;
	const wanted = wantedRegistration(context, call.settings, options);
	const made = readRegistration(context);
	if (!made || !sameTerms(made, wanted)) return false;
	const listed = await said(context, () => subscriptions.list(call));
	const found = listed.find(({ id }) => id === made.id);
	return found !== undefined && options.events.every((event) => found.events.includes(event));
}

/** Registers the webhook; where that is not possible, makes sure that it can be verified. */
export async function create(context: IHookFunctions): Promise<boolean> {
	const { account, call, options, subscriptions } = await prepare(context);
	if (!subscriptions) {
		const problem = await setupProblem(context, account, options);
		if (problem) throw problem;
		return true;
	}
	const wanted = wantedRegistration(context, call.settings, options);
	await said(context, () => replace(subscriptions, call, wanted, options.events));
	keepRegistration(context, wanted);
	return true;
}

/** A subscription of an earlier run has the same id. It is replaced, because its secret is not known. */
async function replace(
	subscriptions: Subscriptions,
	call: Call,
	{ id, url, ...wanted }: Registration,
	events: Parameters<Subscriptions['create']>[1]['events'],
): Promise<void> {
	const request = { id, url, events, secretHeader: secretHeader({ id, url, ...wanted }) };
	await subscriptions.remove(call, id);
	await subscriptions.create(call, request);
}

/** Removes the webhook. A provider that does not let us must not keep a workflow from being stopped. */
export async function remove(context: IHookFunctions): Promise<boolean> {
	const made = readRegistration(context);
	if (!made) return true;
	try {
		// Also where Register Webhook was turned off meanwhile: what we registered is ours to remove.
		const { account, call } = await prepare(context);
		await account.provider.webhook.subscriptions?.remove(call, made.id);
	} catch (error) {
		const { message } = asObject(error);
		context.logger.warn(`RCS Trigger could not remove its webhook: ${String(message)}`);
		return false;
	}
	keepRegistration(context);
	return true;
}

async function prepare(context: IHookFunctions) {
	const account = await accountOf(context, context.getNodeParameter('provider'));
	const options = readOptions(context);
	const { provider, http } = account;
	const { subscriptions } = provider.webhook;
	const settings = settingsFor(account.settings, options);
	const call: Call = { http, settings, now: new Date() };
	return {
		account,
		call,
		options,
		...(options.register && subscriptions ? { subscriptions } : {}),
	};
}

/** Without the option Sender, the trigger hears of every sender, not only of the one that sends by default. */
function settingsFor(settings: ProviderSettings, { agent }: TriggerOptions): ProviderSettings {
	const heard = { ...settings };
	delete heard.agent;
	return agent ? { ...heard, agent } : heard;
}

/** What the provider answered, or its refusal in n8n's form. */
async function said<T>(context: IHookFunctions, ask: () => Promise<T>): Promise<T> {
	try {
		return await ask();
	} catch (error) {
		throw nodeErrorOf(context.getNode(), error);
	}
}

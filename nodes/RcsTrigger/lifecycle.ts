import type { IHookFunctions } from 'n8n-workflow';
import { asObject } from '../../core/json';
import type { EventType } from '../../core/event/types';
import type { Call, Subscription, Subscriptions } from '../../core/provider';
import type { ProviderSettings } from '../../core/settings';
import { accountOf } from '../shared/account';
import { nodeErrorOf } from '../shared/nodeErrors';
import { readOptions, type TriggerOptions } from './options';
import {
	keepRegistration,
	readRegistration,
	type Registration,
	sameTerms,
	wantedRegistration,
} from './registration';
import { serviceProblem } from './serviceProblem';
import { setupProblem } from './setup';
import { toldBy } from './toldBy';
import { triggerId } from './triggerId';

/**
 * Whether the provider would tell us what we want to hear. n8n calls no hook at a restart, so a URL
 * that changed meanwhile is noticed here, at the next activation.
 */
export async function checkExists(context: IHookFunctions): Promise<boolean> {
	const { account, call, options, subscriptions } = await prepare(context);
	if (await serviceProblem(context, options)) return false;
	if (!subscriptions) return (await setupProblem(context, account, options)) === undefined;
	const wanted = wantedRegistration(context, call.settings, options);
	const made = readRegistration(context);
	if (!made || !sameTerms(made, wanted)) return false;
	const listed = await said(context, () => subscriptions.list(call));
	const found = listed.find(({ id }) => id === made.subscriptionId);
	return found !== undefined && tellsUs(found, wanted.url, options.events);
}

function tellsUs(found: Subscription, url: string, wanted: readonly EventType[]): boolean {
	const { events, url: told = url } = found;
	return told === url && wanted.every((event) => events.includes(event));
}

/** Registers the webhook; where that is not possible, makes sure that it can be verified. */
export async function create(context: IHookFunctions): Promise<boolean> {
	const { account, call, options, subscriptions } = await prepare(context);
	const trouble = await serviceProblem(context, options);
	if (trouble) throw trouble;
	if (!subscriptions) {
		const problem = await setupProblem(context, account, options);
		if (problem) throw problem;
		return true;
	}
	const wanted = wantedRegistration(context, call.settings, options);
	const made = readRegistration(context);
	// A test must not take away what production registered.
	const before = made?.id === wanted.id ? made.subscriptionId : wanted.id;
	const subscriptionId = await said(context, () =>
		replace(subscriptions, call, wanted, options.events, before),
	);
	keepRegistration(context, { ...wanted, subscriptionId });
	return true;
}

/**
 * A subscription of an earlier run has the same id or, where the provider chooses the ids, the one that
 * was kept, or leads to the same URL. It is replaced, because its secret is not known.
 */
async function replace(
	subscriptions: Subscriptions,
	call: Call,
	{ id, url, secret }: Registration,
	events: TriggerOptions['events'],
	before: string,
): Promise<string> {
	const listed = await subscriptions.list(call);
	const sameUrl = listed.filter((found) => found.url === url).map((found) => found.id);
	for (const old of new Set([id, before, ...sameUrl])) await subscriptions.remove(call, old);
	return subscriptions.create(call, { id, url, events, secret });
}

/** Removes the webhook. A provider that does not let us must not keep a workflow from being stopped. */
export async function remove(context: IHookFunctions): Promise<boolean> {
	try {
		const { account, call, options } = await prepare(context);
		const { subscriptions } = account.provider.webhook;
		const made = readRegistration(context);
		// Also where Register Webhook was turned off meanwhile: what we registered is ours to remove.
		if (made) await subscriptions?.remove(call, made.subscriptionId);
		else if (subscriptions && options.register) await removeLost(context, subscriptions, call);
	} catch (error) {
		const { message } = asObject(error);
		context.logger.warn(`RCS Trigger could not remove its webhook: ${String(message)}`);
		return false;
	}
	keepRegistration(context);
	return true;
}

/**
 * Without the static data, ours is what leads to our URL. The id alone does not tell: when n8n removes a webhook, it
 * does not say whether of a test or of production.
 */
async function removeLost(
	context: IHookFunctions,
	subscriptions: Subscriptions,
	call: Call,
): Promise<void> {
	const ours = context.getNodeWebhookUrl('default');
	if (!ours) return;
	const ownId = triggerId(context);
	for (const { id, url } of await subscriptions.list(call)) {
		const leadsTo = id === ownId ? (url ?? (await subscriptions.urlOf?.(call, id))) : url;
		if (leadsTo === ours) await subscriptions.remove(call, id);
	}
}

async function prepare(context: IHookFunctions) {
	const account = await accountOf(context, context.getNodeParameter('provider'));
	const { provider, http, newId } = account;
	const chosen = readOptions(context);
	const options = { ...chosen, events: toldBy(provider.profile, chosen) };
	const { subscriptions } = provider.webhook;
	const settings = settingsFor(account.settings, options);
	const call: Call = { http, settings, now: new Date(), newId };
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

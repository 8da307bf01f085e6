import type { Provider } from '../../provider';
import { accessToken, authorize } from './auth';
import { contacts } from './contacts';
import { decodeAnswer } from './decode';
import { batchKey, encodeRequest } from './encode';
import { readFailure } from './errors';
import { options, optionsFromFields, restOptions } from './options';
import { profile } from './profile';
import { ask } from './request';
import { status } from './status';
import { subscriptions } from './subscriptions';
import { templates } from './templates';
import { verify } from './verify';
import { parse } from './webhook';

/** The generic RCS REST API /v1 of integration guides. */
export const restV1: Provider = {
	profile,
	authorize,
	accessToken,
	options,
	optionsFromFields,
	async send(call, messages) {
		const own = restOptions(call.settings);
		const { path, body } = encodeRequest(messages, call.settings.agent, own);
		return decodeAnswer(await ask(call, 'POST', path, { body }), messages, own.fields);
	},
	batchKey,
	status,
	templates,
	contacts,
	// Events may name an agent by its id, whatever messages call it.
	webhook: { verify, parse, subscriptions, agentName: () => undefined },
	readFailure,
};

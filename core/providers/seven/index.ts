import { authorization } from '../../auth';
import type { Provider } from '../../provider';
import { agents } from './agents';
import { capability } from './capability';
import { event, revoke } from './chat';
import { readFailure } from './errors';
import { options, optionsFromFields } from './options';
import { profile } from './profile';
import { send } from './send';
import { status } from './status';
import { subscriptions } from './subscriptions';
import { verify } from './verify';
import { parse } from './webhook';

/** seven.io: RCS over its REST API. */
export const seven: Provider = {
	profile,
	authorize: (settings) =>
		authorization(settings, profile.auth, (apiKey) => ({ 'X-Api-Key': apiKey })),
	options,
	optionsFromFields,
	send,
	capability,
	revoke,
	event,
	status,
	agents,
	webhook: { verify, parse, subscriptions },
	readFailure,
};

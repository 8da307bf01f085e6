import { authorization } from '../../auth';
import type { Provider } from '../../provider';
import { bareAgentId } from './address';
import { capability } from './capability';
import { event, revoke } from './chat';
import { readFailure } from './errors';
import { options, optionsFromFields } from './options';
import { profile } from './profile';
import { send } from './send';
import { addTester } from './testers';
import { accessToken } from './token';
import { upload } from './upload';
import { handshake, verify } from './verify';
import { parse } from './webhook';

/** Google RCS for Business (RBM), REST v1. */
export const googleRbm: Provider = {
	profile,
	authorize: (settings) => authorization(settings, profile.auth),
	accessToken,
	options,
	optionsFromFields,
	send,
	capability,
	revoke,
	event,
	upload,
	testNumbers: { add: addTester },
	webhook: { verify, handshake, parse, agentName: bareAgentId },
	readFailure,
};

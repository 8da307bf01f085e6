import { authorization } from '../../auth';
import { expectOk } from '../../http';
import { baseUrl, type Provider } from '../../provider';
import { decode } from './decode';
import { encodeMessage } from './encode';
import { readFailure } from './errors';
import { profile } from './profile';
import { parse, verify } from './webhook';

/** The conversation-style RCS API. */
export const conversation: Provider = {
	profile,
	authorize: (settings) => authorization(settings, profile.auth),
	async send({ http, settings }, messages) {
		return Promise.all(
			messages.map(async (message) => {
				const response = await http({
					method: 'POST',
					url: `${baseUrl(settings)}/v1/messages`,
					headers: { 'Content-Type': 'application/json' },
					body: encodeMessage(message),
				});
				return decode(expectOk(response, readFailure), message);
			}),
		);
	},
	webhook: { verify, parse },
	readFailure,
};

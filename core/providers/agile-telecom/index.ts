import { authorization } from '../../auth';
import { expectOk } from '../../http';
import { baseUrl, type Provider } from '../../provider';
import { decodeResponse } from './decode';
import { encodeMessage } from './encode';
import { readFailure } from './errors';
import { media } from './media';
import { options, optionsFromFields } from './options';
import { profile } from './profile';
import { status } from './status';
import { templates } from './templates';
import { verify } from './verify';
import { parse } from './webhook';

/** Agile Telecom: the RCS API of the Qlara (LORA) platform. */
export const agileTelecom: Provider = {
	profile,
	authorize: (settings) =>
		authorization(settings, profile.auth, (apiKey) => ({ 'X-Api-Key': apiKey })),
	options,
	optionsFromFields,
	async send({ http, settings }, messages) {
		return Promise.all(
			messages.map(async (message) => {
				const response = await http({
					method: 'POST',
					url: `${baseUrl(settings, profile.exampleBaseUrl)}/api/message-server/rcs/send`,
					headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
					body: encodeMessage(message, settings),
				});
				return decodeResponse(expectOk(response, readFailure), message);
			}),
		);
	},
	status,
	media,
	templates,
	webhook: { verify, parse },
	readFailure,
};

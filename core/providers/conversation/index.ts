import { authorization } from '../../auth';
import { providerError } from '../../errors';
import { expectOk, type HttpResponse, unclearAnswer } from '../../http';
import { asObject, asString, defined, parseJson } from '../../json';
import type { ProviderError } from '../../errors';
import { baseUrl, type Provider, type SendResult } from '../../provider';
import type { ReadyMessage } from '../../message/types';
import { encodeMessage } from './encode';
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

/** Reads `{name: "conversations/{c}/messages/{m}", createTime, state, fallbackText}`. */
function decode(raw: unknown, { id, to }: ReadyMessage): SendResult {
	const { state, name } = asObject(raw);
	if (state === 'FAILED') {
		const error = providerError('notReachable', 'The provider could not send the message');
		return { id, to, raw, status: 'rejected', error };
	}
	if (!asString(state) && !asString(name)) {
		const message = 'The provider took the request but did not say what became of the message';
		return { id, to, raw: raw ?? null, status: 'unknown', error: unclearAnswer(raw, message) };
	}
	return { id, to, raw, status: 'accepted', ...defined({ providerMessageId: asString(name) }) };
}

function readFailure({ body }: HttpResponse): Partial<ProviderError> {
	const { error } = asObject(parseJson(body));
	const { message, code } = asObject(error);
	return defined({ message: asString(message) ?? asString(error), code: asString(code) });
}

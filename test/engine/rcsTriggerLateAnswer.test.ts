import type { IWebhookFunctions } from 'n8n-workflow';
import type { HttpRequest } from '../../core/http';
import { type ProviderId, providers } from '../../core/providers';
import { lateAnswer } from '../../nodes/RcsTrigger/replyLate';
import { fixturesOf } from '../fixtures';

/** What a person gets whose answer came too late is no advertisement, in the words of each provider. */

it.each<[ProviderId, RegExp]>([
	['google-rbm', /"messageTrafficType":"ACKNOWLEDGEMENT"/],
	['rest-v1', /"acknowledg/i],
])('at %s', async (id, words) => {
	const provider = providers[id];
	const sent: HttpRequest[] = [];
	const account = {
		...{ id, provider, settings: fixturesOf[id].settings, newId: () => 'id' },
		http: async (request: HttpRequest) => {
			sent.push(request);
			return { status: 200, headers: {}, body: '{}' };
		},
		download: () => Promise.reject(new Error('Nothing is downloaded')),
	};
	const context = { logger: { warn: () => undefined } } as unknown as IWebhookFunctions;
	await lateAnswer(
		context,
		account,
		'Closed',
	)(
		{
			...{ eventId: 'e', provider: id, type: 'message.replied', user: '+447700900123' },
			...{ occurredAt: '2030-01-01T00:00:00.000Z', raw: {} },
		},
		'wait',
	);
	expect(JSON.stringify(sent.map(({ body }) => body))).toMatch(words);
});

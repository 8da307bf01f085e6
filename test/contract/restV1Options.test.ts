import { settingsFromFields } from '../../core/fields';
import { parseSettings } from '../../core/settings';
import { aMessage } from '../fixtures/messages';
import { provider, wire } from './restV1Wire';

describe('options', () => {
	test('paths, fields and keys may be others', async () => {
		const options = {
			paths: { send: '/rcs/send', message: '/rcs/send/{id}/state' },
			fields: { messageId: 'meta.ref', to: 'recipient.phone', card: 'content.card' },
			contentKeys: 'camelCase',
		};
		const { call, requests, asked } = wire([{ meta: { ref: 'a' }, status: 'queued' }], { options });
		const card = { title: 'Mug', media: { url: 'https://cdn.example.com/mug.jpg' } };
		const message = aMessage({ id: 'a', content: { kind: 'card', card } });
		expect(await provider.send(call, [message])).toMatchObject([{ status: 'accepted' }]);
		expect(requests[0]?.body).toEqual({
			meta: { ref: 'a' },
			recipient: { phone: '+447700900123' },
			content: {
				card: {
					cardOrientation: 'VERTICAL',
					cardContent: {
						title: 'Mug',
						media: { height: 'MEDIUM', contentUrl: 'https://cdn.example.com/mug.jpg' },
					},
				},
			},
		});
		await provider.status?.(call, [{ id: 'a' }]);
		expect(asked()).toEqual(['POST /rcs/send', 'GET /rcs/send/a/state']);
	});

	test.each([
		[{ paths: { sent: '/x' } }, 'settings.options.paths.sent'],
		[{ paths: { send: 'v1' } }, 'settings.options.paths.send'],
		[{ paths: { message: '/v1/messages' } }, 'settings.options.paths.message'],
		[{ fields: { colour: 'x' } }, 'settings.options.fields.colour'],
		[{ fields: { to: 'a..b' } }, 'settings.options.fields.to'],
		[{ signature: { algorithm: 'rot13' } }, 'settings.options.signature.algorithm'],
		[{ oauth: { grant: 'password' } }, 'settings.options.oauth.grant'],
		[{ apiKey: { header: 'a b' } }, 'settings.options.apiKey.header'],
	])('%j is refused by name', async (options, path) => {
		expect(parseSettings({ options }, provider.options)).toMatchObject({
			ok: false,
			problems: [{ path }],
		});
		await expect(provider.send(wire([{}], { options }).call, [aMessage()])).rejects.toMatchObject({
			detail: { category: 'configuration', message: expect.stringContaining(path) },
		});
	});

	const fields = { authentication: 'apiKey', apiKey: 'k' };

	test('come from a form: what is empty is as usual', () => {
		expect(settingsFromFields(fields, provider).options).toBeUndefined();
		const filled = {
			...fields,
			keyHeader: 'X-Api-Key',
			keyScheme: '',
			oauthGrant: 'token',
			paths: '{"send":"/send"}',
			fields: { to: 'phone' },
			contentKeys: 'camelCase',
			signatureHeader: 'X-Hub',
			signatureAlgorithm: 'sha512',
			signatureEncoding: 'base64',
			signaturePrefix: 'sha512=',
			signatureTimestampHeader: 'X-Time',
		};
		expect(settingsFromFields(filled, provider).options).toEqual({
			apiKey: { header: 'X-Api-Key', scheme: '' },
			oauth: { grant: 'token' },
			paths: { send: '/send' },
			fields: { to: 'phone' },
			contentKeys: 'camelCase',
			signature: {
				header: 'X-Hub',
				algorithm: 'sha512',
				encoding: 'base64',
				prefix: 'sha512=',
				timestampHeader: 'X-Time',
			},
		});
	});

	test('JSON that is none is refused, and not left out', async () => {
		const settings = settingsFromFields({ ...fields, paths: '{"send": /x}' }, provider);
		await expect(provider.send(wire([{}], settings).call, [aMessage()])).rejects.toMatchObject({
			detail: { message: expect.stringContaining('settings.options.paths') },
		});
	});
});

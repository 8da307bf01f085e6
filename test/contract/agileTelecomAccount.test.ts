import { parseSettings } from '../../core/settings';
import { settingsFromFields } from '../../core/fields';
import { NOW } from '../fixtures/messages';
import { arrived } from './arrived';
import { provider, base } from './agileTelecomWire';

test('a callback counts only with everything that is set', () => {
	const webhook = { secret: ['new', 'old'], headerName: 'X-A', headerValue: 'b' };
	const verdict = (url: string, headers: Record<string, string>, more: object = {}) =>
		provider.webhook.verify(arrived('{}', headers, url), { webhook: { ...webhook, ...more } }, NOW);
	const url = 'https://hooks.example.com/rcs?token=';
	expect(verdict(`${url}old`, { 'x-a': 'b' })).toEqual({ verified: 'ok' });
	expect(verdict(`${url}old`, {})).toMatchObject({ verified: 'failed' });
	expect(verdict(url, { 'x-a': 'b' })).toMatchObject({ verified: 'failed', reason: 'missing' });
	expect(verdict(`${url}new`, { 'x-a': 'b' }, { username: 'half' })).toMatchObject({
		verified: 'failed',
	});
});

test('an account as the form has it', () => {
	const settings = settingsFromFields(
		{
			baseUrl: base,
			authentication: 'basic',
			username: 'u',
			password: 'p',
			agent: 10,
			bodyStyle: 'nested',
			smsSender: 'SHOP',
			webhookSecret: 'token',
		},
		provider,
	);
	expect(parseSettings(settings, provider.options)).toEqual({
		ok: true,
		value: {
			baseUrl: base,
			agent: '10',
			auth: { kind: 'basic', username: 'u', password: 'p' },
			webhook: { secret: ['token'] },
			options: { bodyStyle: 'nested', smsSender: 'SHOP' },
		},
	});
	expect(provider.authorize(settings)).toEqual({
		ok: true,
		value: { Authorization: `Basic ${Buffer.from('u:p').toString('base64')}` },
	});
});

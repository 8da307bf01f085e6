import { dryRun, toCurl } from '../../core/dryRun';
import { conversation } from '../../core/providers/conversation';
import { infobip } from '../../core/providers/infobip';
import type { Auth } from '../../core/settings';
import { aMessage, NOW } from '../fixtures/messages';

test.each<[Auth, string]>([
	[{ kind: 'apiKey', apiKey: 'secret-value' }, 'App ***'],
	[{ kind: 'basic', username: 'user', password: 'secret-value' }, 'Basic ***'],
	[{ kind: 'bearer', token: 'secret-value' }, 'Bearer ***'],
	[
		{ kind: 'oauth2', clientId: 'id', clientSecret: 'secret-value', accessToken: 'secret-value' },
		'Bearer ***',
	],
])('secrets are hidden: %p', async (auth, shown) => {
	const webhook = { secret: 'secret-value', username: 'u', password: 'secret-value' };
	const requests = await dryRun(infobip, { auth, webhook }, [aMessage()], NOW);
	expect(requests[0]?.headers).toMatchObject({ Authorization: shown });
	expect(JSON.stringify(requests)).not.toContain('secret-value');
	const basic = Buffer.from('user:secret-value').toString('base64');
	expect(JSON.stringify(requests)).not.toContain(basic);
});

test('one request a batch', async () => {
	const messages = [aMessage({ id: 'a' }), aMessage({ id: 'b' })];
	expect(await dryRun(infobip, {}, messages, NOW)).toHaveLength(1);
	expect(await dryRun(conversation, {}, messages, NOW)).toHaveLength(2);
	expect(await dryRun(infobip, {}, [], NOW)).toEqual([]);
});

test('a cURL command is safe in a shell', () => {
	const curl = toCurl({
		method: 'POST',
		url: "https://example.com/?q='",
		headers: { 'X-A': 'b' },
		body: { text: 'it\'s $HOME `id` "q"' },
	});
	expect(curl).toBe(
		[
			`curl -X POST 'https://example.com/?q='\\'''`,
			`-H 'X-A: b'`,
			`-d '{"text":"it'\\''s $HOME \`id\` \\"q\\""}'`,
		].join(' \\\n  '),
	);
	expect(toCurl({ method: 'GET', url: 'https://example.com' })).toBe(
		"curl -X GET 'https://example.com'",
	);
	expect(toCurl({ method: 'POST', url: 'https://example.com', body: 'a=1&b=2' })).toContain(
		"-d 'a=1&b=2'",
	);
});

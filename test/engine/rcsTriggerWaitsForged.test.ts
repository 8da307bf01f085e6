import type { INodeParameters } from 'n8n-workflow';
import { encodeReference } from '../../nodes/shared/replyReference';
import { SIGNATURE, tap, useWaits } from './rcsTriggerWaitsWorld';

/** Postback data that looks like a reference of Send and Wait, and is none. */

const waits = useWaits();

describe('what merely looks like a reference', () => {
	const ours = () =>
		encodeReference(waits.instanceId, `${waits.url()}/`, 0).slice(0, -'0:/'.length);
	const forged: readonly (readonly [string, (path: string) => string])[] = [
		['another origin', (path) => `${ours()}0:https://evil.example.com${path}`],
		['another origin without a scheme', (path) => `${ours()}0://evil.example.com${path}`],
		['a user before the host', (path) => `${ours()}0:@evil.example.com${path}`],
		['a path that climbs', (path) => `${ours()}0:/a/..${path}`],
		['a path that climbs in disguise', (path) => `${ours()}0:/a/%2e%2e${path}`],
		['a backslash', (path) => `${ours()}0:\\evil.example.com${path}`],
		['another place', () => `${ours()}0:/rest/workflows?wait=a&signature=${SIGNATURE}`],
		['no execution', (path) => `${ours()}0:${path.replace('/231/', '/abc/')}`],
		['no signature', (path) => `${ours()}0:${path.split('&')[0] ?? ''}`],
		['a signature that is none', (path) => `${ours()}0:${path.replace(/a{64}/, 'short')}`],
		['more in the query', (path) => `${ours()}0:${path}&more=1`],
		['a fragment', (path) => `${ours()}0:${path}#x`],
		['no choice', (path) => `${ours()}${path}`],
		['a line more', (path) => `${ours()}0:${path}\n`],
		['nothing but the prefix', () => 'rcs-wait:'],
		['another n8n', (path) => encodeReference('another n8n', `${waits.url()}${path}`, 0)],
		['no n8n', (path) => `rcs-wait:0:${path}`],
		['the word', () => 'rcs-waiting for you'],
	];

	it.each(forged)('causes no request: %s', async (_, forge) => {
		const postbackData = forge(waits.question().path);
		expect(await waits.receive([tap(postbackData)])).toMatchObject({
			status: 200,
			items: [{ type: 'message.replied', postbackData }],
		});
		expect([...waits.handed, ...waits.sent]).toEqual([]);
	});

	it('and n8n did not sign is an event as any other', async () => {
		waits.heard = () => ({ status: 401 });
		const { reference } = waits.question();
		expect((await waits.receive([tap(reference)])).items).toMatchObject([
			{ postbackData: reference },
		]);
		expect(waits.sent).toEqual([]);
	});

	it.each<[string, INodeParameters]>([
		['the option is off', { resumeWaiting: false }],
		['webhooks are not verified', { verify: false }],
	])('is an event as any other where %s', async (_, options) => {
		const { reference } = waits.question();
		expect((await waits.receive([tap(reference)], options)).items).toHaveLength(1);
		expect(waits.handed).toEqual([]);
	});
});

import { downgrade } from '../../core/message/downgrade';
import type { MessageProfile } from '../../core/message/limits';
import type { FallbackStep, RcsMessage } from '../../core/message/types';
import { validate } from '../../core/message/validate';
import { infobip } from '../../core/providers/infobip';
import { aMessage, NOW } from '../fixtures/messages';

const digits = { pattern: '^[0-9]+$', words: 'digits' };
const profile: MessageProfile = {
	...infobip.profile,
	content: ['text', 'template'],
	options: ['from', 'clientRef', 'label', 'campaignId'],
	fallback: { channels: ['sms', 'mms'], max: 2 },
	patterns: {
		id: digits,
		from: digits,
		templateId: digits,
		clientRef: digits,
		label: digits,
		campaignId: digits,
	},
};
const sms: FallbackStep = { channel: 'sms', text: 'Hi' };
const mms: FallbackStep = { channel: 'mms', text: 'Hi', mediaUrls: [] };
const right = aMessage({ id: '1' });

const problems = (more: Partial<RcsMessage>) => validate({ ...right, ...more }, profile, NOW);
const fitted = (more: Partial<RcsMessage>) => {
	const { message, changes } = downgrade({ ...right, ...more }, profile, NOW);
	return { message, changes: changes.map(({ path, action }) => [path, action]) };
};

describe('ids and names of a certain form', () => {
	const parts: [string, Partial<RcsMessage>, Partial<RcsMessage>][] = [
		['id', { id: '12' }, { id: 'a1' }],
		['from', { from: '12' }, { from: '12 ' }],
		[
			'content.id',
			{ content: { kind: 'template', id: '12' } },
			{ content: { kind: 'template', id: 'twelve' } },
		],
		[
			'correlation.clientRef',
			{ correlation: { clientRef: '12' } },
			{ correlation: { clientRef: '1\n2' } },
		],
		['correlation.label', { correlation: { label: '12' } }, { correlation: { label: 'é' } }],
		[
			'correlation.campaignId',
			{ correlation: { campaignId: '12' } },
			{ correlation: { campaignId: '' } },
		],
	];

	test.each(parts)('%s', (path, good, odd) => {
		expect(problems(good)).toEqual([]);
		expect(problems(odd)).toEqual([{ path, message: `${path} must be digits for Infobip` }]);
	});

	test('are of no concern where the provider names no form', () => {
		const free = { ...profile, patterns: {} };
		for (const [, , odd] of parts) expect(validate({ ...right, ...odd }, free, NOW)).toEqual([]);
	});

	test('are left out when downgrading, if the message can do without: references', () => {
		const correlation = { clientRef: 'a', label: '7', campaignId: 'b' };
		expect(fitted({ correlation })).toEqual({
			message: { ...right, correlation: { label: '7' } },
			changes: [
				['correlation.campaignId', 'dropped'],
				['correlation.clientRef', 'dropped'],
			],
		});
	});

	test('stay, and are refused, where they name the message, its sender or its content', () => {
		for (const [path, , odd] of parts.slice(0, 3)) {
			const { message, changes } = fitted(odd);
			expect(changes).toEqual([]);
			expect(validate(message, profile, NOW)).toMatchObject([{ path }]);
		}
	});
});

describe('fallback steps', () => {
	test.each<[string, FallbackStep[], string[]]>([
		['one of each channel', [mms, sms], []],
		['a channel twice', [sms, sms], ['fallback.1']],
		['more than the provider takes', [sms, mms, sms], ['fallback', 'fallback.2']],
		[
			'a channel the provider lacks',
			[{ channel: 'whatsapp', senderId: '1', templateId: '2' }],
			['fallback.0'],
		],
	])('%s', (_name, fallback, paths) => {
		expect(problems({ fallback }).map(({ path }) => path)).toEqual(paths);
	});

	test.each<[string, FallbackStep[], FallbackStep[], string[][]]>([
		[
			'the second of a channel',
			[sms, { ...sms, text: 'Again' }, mms],
			[sms, mms],
			[['fallback.1', 'dropped']],
		],
		[
			'a channel the provider lacks',
			[{ channel: 'whatsapp', senderId: '1' }, sms],
			[sms],
			[['fallback.0', 'dropped']],
		],
	])('%s is left out', (_name, fallback, kept, changes) => {
		expect(fitted({ fallback })).toMatchObject({ message: { fallback: kept }, changes });
	});

	test('those over the most a provider takes are left out, and none is left as an empty list', () => {
		const one = { ...profile, fallback: { ...profile.fallback, max: 1 } };
		expect(downgrade({ ...right, fallback: [mms, sms] }, one, NOW).message.fallback).toEqual([mms]);
		const none = { ...profile, fallback: { channels: [], max: 0 } };
		const { message, changes } = downgrade({ ...right, fallback: [sms] }, none, NOW);
		expect(message).not.toHaveProperty('fallback');
		expect(changes).toMatchObject([{ path: 'fallback.0', action: 'dropped' }]);
	});
});

import { downgrade } from '../../core/message/downgrade';
import type { MessageProfile } from '../../core/message/limits';
import type { FallbackStep } from '../../core/message/types';
import { validate } from '../../core/message/validate';
import { infobip } from '../../core/providers/infobip';
import { aMessage, NOW } from '../fixtures/messages';

const digits = { pattern: '^[0-9]+$', words: 'digits' };
const profile: MessageProfile = {
	...infobip.profile,
	fallback: { channels: ['whatsapp', 'sms'], max: 2, needs: { whatsapp: 'sms' } },
	patterns: { whatsappSender: digits, whatsappTemplate: digits },
};
const sms: FallbackStep = { channel: 'sms', text: 'Hi' };
const whatsapp = { channel: 'whatsapp', senderId: '77', templateId: '42' } as const;
const body = { type: 'text', text: 'Hi' };

test.each<[string, FallbackStep[], string[]]>([
	['with an SMS after it', [whatsapp, sms], []],
	['with a body', [{ channel: 'whatsapp', senderId: '77', body }, sms], []],
	['alone', [whatsapp], ['fallback.0']],
	['after the SMS that it needs', [sms, whatsapp], ['fallback.1']],
	['with nothing to say', [{ channel: 'whatsapp', senderId: '77' }, sms], ['fallback.0']],
	['with a template and a body', [{ ...whatsapp, body }, sms], ['fallback.0']],
	[
		'from a sender that is no number',
		[{ ...whatsapp, senderId: 'shop' }, sms],
		['fallback.0.senderId'],
	],
	[
		'with a template that is no number',
		[{ ...whatsapp, templateId: 'a' }, sms],
		['fallback.0.templateId'],
	],
])('a fallback to WhatsApp %s', (_name, fallback, expected) => {
	const problems = validate(aMessage({ fallback }), profile, NOW);
	expect(problems.map(({ path }) => path)).toEqual(expected);
});

test('WhatsApp without an SMS after it is left out', () => {
	const { message, changes } = downgrade(aMessage({ fallback: [sms, whatsapp] }), profile, NOW);
	expect(message.fallback).toEqual([sms]);
	expect(changes.map(({ path, action }) => [path, action])).toEqual([['fallback.1', 'dropped']]);
});

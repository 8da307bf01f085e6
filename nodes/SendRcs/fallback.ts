import { asObject, asString, defined, isObject } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import type { FallbackStep } from '../../core/message/types';
import type { Form } from './form';
import { jsonValue } from './form';
import { OptionValues } from './optionValues';

interface ReadFallback {
	steps?: FallbackStep[];
	problems: Problem[];
}

/** What the form says should go out when RCS cannot deliver. */
export function readFallback(form: Form): ReadFallback {
	const options = new OptionValues(asObject(form.read('fallbackOptions', {})), 'fallbackOptions');
	switch (form.read('fallback', 'none')) {
		case 'none':
			return { problems: [] };
		case 'sms':
			return withProblems(options, [smsStep(form, options)]);
		case 'mms':
			return withProblems(options, [mmsStep(form, options)]);
		case 'whatsapp':
			return whatsapp(form, options);
		default: {
			const message = "The field 'Fallback' must be one of none, sms, mms, whatsapp";
			return { problems: [{ path: 'fallback', message }] };
		}
	}
}

function withProblems({ problems }: OptionValues, steps: FallbackStep[]): ReadFallback {
	return { steps, problems };
}

function smsStep({ read }: Form, options: OptionValues): FallbackStep {
	const text = String(read('fallbackText', '') ?? '');
	const more = defined({ from: options.text('from'), maxParts: options.number('maxParts') });
	return { channel: 'sms', text, ...more };
}

function mmsStep({ read }: Form, options: OptionValues): FallbackStep {
	const mediaUrls = String(read('fallbackMediaUrls', '') ?? '')
		.split(',')
		.map((url) => url.trim())
		.filter(Boolean);
	const from = options.text('from');
	const subject = options.text('subject');
	const text = asString(read('fallbackText', ''));
	return { channel: 'mms', mediaUrls, ...defined({ from, subject, text }) };
}

/** The SMS is what follows WhatsApp. */
function whatsapp(form: Form, options: OptionValues): ReadFallback {
	const senderId = String(form.read('whatsappSender', '') ?? '').trim();
	const { content, problems } = whatsappContent(form);
	const step: FallbackStep = { channel: 'whatsapp', senderId, ...content };
	return {
		steps: [step, smsStep(form, options)],
		problems: [...options.problems, ...problems],
	};
}

type WhatsappContent = Pick<Extract<FallbackStep, { channel: 'whatsapp' }>, 'templateId' | 'body'>;

/** WhatsApp takes a template it approved, or a body of its own. */
function whatsappContent({ read }: Form): { content: WhatsappContent; problems: Problem[] } {
	if (read('whatsappContent', 'template') === 'template') {
		const templateId = asString(read('whatsappTemplate', ''))?.trim();
		return { content: defined({ templateId: templateId || undefined }), problems: [] };
	}
	const body = jsonValue(read('whatsappBody', ''));
	if (isObject(body) && Object.keys(body).length > 0) return { content: { body }, problems: [] };
	const lacking = isObject(body) ? 'is empty' : 'does not hold a JSON object';
	const message = `The field 'WhatsApp Message (JSON)' ${lacking}`;
	return { content: {}, problems: [{ path: 'fallback.0.body', message }] };
}

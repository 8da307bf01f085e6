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

/** WhatsApp takes a template it approved, or a body of its own; the SMS is what follows it. */
function whatsapp(form: Form, options: OptionValues): ReadFallback {
	const senderId = String(form.read('whatsappSender', '') ?? '').trim();
	const templateId = asString(form.read('whatsappTemplate', ''))?.trim();
	const written = form.read('whatsappBody', '');
	const isWritten = written !== '' && written !== undefined;
	const body = isWritten ? jsonValue(written) : undefined;
	const problems = [...options.problems];
	if (isWritten && !isObject(body)) {
		const message = "The field 'WhatsApp Message (JSON)' does not hold a JSON object";
		problems.push({ path: 'fallback.0.body', message });
	}
	const step: FallbackStep = {
		channel: 'whatsapp',
		senderId,
		...defined({ templateId: templateId || undefined, body }),
	};
	return { steps: [step, smsStep(form, options)], problems };
}

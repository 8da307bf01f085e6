import type { Changes } from './changes';
import { essentials, hints, type MessageOption, type MessageProfile } from './limits';
import { optionsInUse, pathOf } from './options';
import { smsSize } from './sms';
import { codePoints } from './text';
import { parseTime, sendingTime } from './time';
import type { FallbackStep, RcsMessage } from './types';

/** The message without the hints its provider has no place for. */
export function dropHints(message: RcsMessage, changes: Changes): RcsMessage {
	const { options, displayName } = changes.profile;
	return optionsInUse(message).reduce((kept, { option, path, without }) => {
		if (options.includes(option) || !hints.includes(option)) return kept;
		changes.drop(path, `${displayName} has no place for ${path}`);
		return without(kept);
	}, message);
}

/** The message without the options its provider lacks or has no room for. */
export function fitOptions(message: RcsMessage, changes: Changes): RcsMessage {
	const { options, displayName, exclusive = [], needs = {} } = changes.profile;
	return optionsInUse(message).reduce((kept, { option, path, text, without }) => {
		const limit = text && changes.profile.limits[text.limit];
		const other = exclusive.find(([, weaker]) => weaker === option)?.[0];
		const inUse = optionsInUse(kept);
		const rival = inUse.find((used) => used.option === other);
		const needed = needs[option];
		if (essentials.includes(option)) return kept;
		if (!options.includes(option)) changes.drop(path, `${displayName} has no option for ${path}`);
		else if (rival)
			changes.drop(path, `${displayName} carries ${rival.path} or ${path}, but not both`);
		else if (needed && !inUse.some((used) => used.option === needed))
			changes.drop(path, `${displayName} takes ${path} only together with ${pathOf(needed)}`);
		else if (isOddlyFormed(kept, option, changes.profile))
			changes.drop(path, `${displayName} takes ${path} in another form only`);
		else if (limit !== undefined && codePoints(text?.read(kept) ?? '') > limit)
			changes.drop(path, `${path} is longer than ${limit} characters`);
		else return kept;
		return without(kept);
	}, message);
}

/** Whether a reference is written in a way its provider refuses; the message can do without it. */
function isOddlyFormed(
	message: RcsMessage,
	option: MessageOption,
	profile: MessageProfile,
): boolean {
	if (option !== 'clientRef' && option !== 'label' && option !== 'campaignId') return false;
	const form = profile.patterns?.[option];
	return (
		form !== undefined && !new RegExp(form.pattern, 'u').test(message.correlation?.[option] ?? '')
	);
}

/** A validity the provider does not have becomes the nearest it has. */
export function fitTimes(message: RcsMessage, changes: Changes, now: Date): RcsMessage {
	const { validity, expiresAt, schedule } = message;
	const range = changes.profile.validity;
	if (!range) return message;
	if (validity && !expiresAt) {
		const seconds = Math.min(Math.max(validity.seconds, range.min), range.max);
		if (seconds === validity.seconds) return message;
		changes.add('validity.seconds', 'cut', `validity.seconds is made ${seconds}`);
		return { ...message, validity: { seconds } };
	}
	const start = sendingTime(schedule?.at, now);
	const last = new Date(start + range.max * 1000);
	const at = parseTime(expiresAt ?? '');
	if (at === undefined || at <= last.getTime()) return message;
	changes.add('expiresAt', 'cut', `expiresAt is made ${last.toISOString()}`);
	return { ...message, expiresAt: last.toISOString() };
}

/** The fallback steps its provider has, with texts it has room for. */
export function fitFallback(message: RcsMessage, changes: Changes): RcsMessage {
	const { fallback, ...rest } = message;
	if (!fallback?.length) return message;
	const { displayName, fallback: carried } = changes.profile;
	const kept = fallback.flatMap((step, i) => {
		const path = `fallback.${i}`;
		if (carried.channels.includes(step.channel)) return [{ i, path, step }];
		changes.drop(path, `${displayName} has no fallback to ${step.channel.toUpperCase()}`);
		return [];
	});
	const once = kept.filter(({ path, step }, i) => {
		if (kept.findIndex((other) => other.step.channel === step.channel) === i) return true;
		changes.drop(path, `${displayName} takes one fallback to ${step.channel.toUpperCase()}`);
		return false;
	});
	const together = once.filter(({ path, step }, i) => {
		const needed = carried.needs?.[step.channel];
		if (!needed || once.slice(i).some((other) => other.step.channel === needed)) return true;
		const partner = needed.toUpperCase();
		changes.drop(path, `${displayName} takes this step only with one to ${partner} after it`);
		return false;
	});
	if (together.length > carried.max)
		changes.add(
			'fallback',
			'dropped',
			`Fallback steps after the first ${carried.max} are left out`,
		);
	const taken = together.slice(0, carried.max);
	changes.keep(
		'fallback',
		fallback.length,
		taken.map(({ i }) => i),
	);
	const steps = taken.map(({ path, step }) => fitStep(path, step, changes));
	return steps.length === 0 ? rest : { ...rest, fallback: steps };
}

function fitStep(path: string, step: FallbackStep, changes: Changes): FallbackStep {
	const { limits } = changes.profile;
	switch (step.channel) {
		case 'sms': {
			const text = fitParts(step.text, step.maxParts);
			if (text === step.text) return step;
			changes.add(`${path}.text`, 'cut', `${path}.text is cut to ${step.maxParts} SMS parts`);
			return { ...step, text };
		}
		case 'mms': {
			const fitted = { ...step };
			if (step.subject)
				fitted.subject = changes.cut(`${path}.subject`, step.subject, limits.mmsSubject);
			if (step.text) fitted.text = changes.cut(`${path}.text`, step.text, limits.mmsText);
			return fitted;
		}
		case 'whatsapp':
			return step;
	}
}

/** The longest start of a text that fits; `...`, because an ellipsis would halve what fits a part. */
function fitParts(text: string, maxParts: number | undefined): string {
	if (maxParts === undefined || maxParts < 1 || smsSize(text).parts <= maxParts) return text;
	const points = [...text];
	const start = (length: number) => `${points.slice(0, length).join('').trimEnd()}...`;
	let [fits, over] = [0, points.length];
	while (over - fits > 1) {
		const middle = Math.floor((fits + over) / 2);
		if (smsSize(start(middle)).parts <= maxParts) fits = middle;
		else over = middle;
	}
	return start(fits);
}

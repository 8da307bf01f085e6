import type { Checker } from './checker';
import type { MessageProfile, TextPattern } from './limits';
import { optionsInUse, pathOf } from './options';
import { smsSize } from './sms';
import { sendingTime } from './time';
import type { FallbackChannel, FallbackStep, RcsMessage } from './types';

const NAMES: Readonly<Record<FallbackChannel, string>> = {
	sms: 'SMS',
	mms: 'MMS',
	whatsapp: 'WhatsApp',
};

/** Checks how a message travels: fallback, options and times. */
export function checkFallback(
	check: Checker,
	steps: readonly FallbackStep[],
	{ displayName, fallback, limits }: MessageProfile,
): void {
	if (steps.length > fallback.max && fallback.max > 0) {
		const problem = `${displayName} takes at most ${fallback.max} fallback steps, but there are ${steps.length}`;
		check.add('fallback', problem, { limit: fallback.max, actual: steps.length });
	}
	const channels = steps.map(({ channel }) => channel);
	steps.forEach((step, i) => {
		const path = `fallback.${i}`;
		const needed = fallback.needs?.[step.channel];
		if (needed && !channels.slice(i).includes(needed))
			check.add(
				path,
				`${displayName} takes ${NAMES[step.channel]} only with ${NAMES[needed]} after it`,
			);
		if (channels.indexOf(step.channel) < i)
			check.add(path, `${displayName} takes one fallback to ${NAMES[step.channel]}, not two`);
		if (!fallback.channels.includes(step.channel))
			check.add(path, `${displayName} has no fallback to ${NAMES[step.channel]}`);
		if (step.channel === 'sms') checkSms(check, path, step);
		if (
			step.channel === 'whatsapp' &&
			(step.templateId === undefined) === (step.body === undefined)
		)
			check.add(path, `${path} needs a templateId or a body, and not both`);
		if (step.channel === 'mms') {
			check.length(`${path}.subject`, step.subject, limits.mmsSubject);
			check.length(`${path}.text`, step.text, limits.mmsText);
			if (step.mediaUrls.length === 0 && !step.text)
				check.add(path, `${path} needs a text or a file`);
			step.mediaUrls.forEach((url, n) => check.url(`${path}.mediaUrls.${n}`, url, limits.url));
		}
	});
}

function checkSms(check: Checker, path: string, step: { text: string; maxParts?: number }): void {
	check.required(`${path}.text`, step.text);
	const { parts, encoding } = smsSize(step.text);
	if (step.maxParts === undefined || parts <= step.maxParts) return;
	const problem = `${path}.text takes ${parts} SMS parts in ${encoding}, but maxParts is ${step.maxParts}`;
	check.add(`${path}.text`, problem, { limit: step.maxParts, actual: parts });
}

export function checkOptions(check: Checker, message: RcsMessage, profile: MessageProfile): void {
	const inUse = optionsInUse(message);
	for (const { option, path, text } of inUse) {
		if (!profile.options.includes(option))
			check.add(path, `${profile.displayName} has no option for ${path}`);
		if (text) check.length(path, text.read(message), profile.limits[text.limit]);
	}
	checkPatterns(check, message, profile);
	for (const [first, second] of profile.exclusive ?? []) {
		const [kept, rival] = [first, second].map((name) => inUse.find((used) => used.option === name));
		if (kept && rival)
			check.add(
				rival.path,
				`${profile.displayName} carries ${kept.path} or ${rival.path}, but not both`,
			);
	}
	for (const { option, path } of inUse) {
		const needed = profile.needs?.[option];
		if (needed && !inUse.some((used) => used.option === needed))
			check.add(path, `${profile.displayName} takes ${path} only together with ${pathOf(needed)}`);
	}
	if (message.notify?.statusUrl) check.webAddress('notify.statusUrl', message.notify.statusUrl);
}

function checkPatterns(
	check: Checker,
	{ id, from, content, fallback = [], correlation }: RcsMessage,
	{ displayName, patterns = {} }: MessageProfile,
): void {
	const matches = (path: string, value: string | undefined, form: TextPattern | undefined) => {
		if (value === undefined || !form || new RegExp(form.pattern, 'u').test(value)) return;
		check.add(path, `${path} must be ${form.words} for ${displayName}`);
	};
	matches('id', id, patterns.id);
	matches('from', from, patterns.from);
	if (content.kind === 'template') matches('content.id', content.id, patterns.templateId);
	fallback.forEach((step, i) => {
		if (step.channel !== 'whatsapp') return;
		matches(`fallback.${i}.senderId`, step.senderId, patterns.whatsappSender);
		matches(`fallback.${i}.templateId`, step.templateId, patterns.whatsappTemplate);
	});
	for (const key of ['clientRef', 'label', 'campaignId'] as const)
		matches(`correlation.${key}`, correlation?.[key], patterns[key]);
}

const DAY = 86_400_000;

/** A time that has just passed while the workflow ran is as good as now. */
const LATE = 300_000;

export function checkTimes(
	check: Checker,
	message: RcsMessage,
	profile: MessageProfile,
	now: Date,
): void {
	const { validity, expiresAt, schedule, deliveryWindow } = message;
	if (validity && expiresAt) check.add('expiresAt', 'expiresAt and validity exclude each other');
	if (validity && profile.validity)
		check.range('validity.seconds', validity.seconds, profile.validity.min, profile.validity.max);
	if (expiresAt) {
		const at = check.time('expiresAt', expiresAt);
		const start = sendingTime(schedule?.at, now);
		if (at !== undefined && profile.validity)
			checkExpiry(check, Math.floor((at - start) / 1000), profile.validity.max);
	}
	if (schedule) {
		const at = check.time('schedule.at', schedule.at);
		const days = profile.schedule?.maxDays;
		if (at !== undefined && at < now.getTime() - LATE)
			check.add('schedule.at', `schedule.at is in the past: ${schedule.at}`);
		if (at !== undefined && days !== undefined && at > now.getTime() + days * DAY)
			check.add('schedule.at', `schedule.at must be within ${days} days, but is ${schedule.at}`, {
				limit: days,
				actual: Math.ceil((at - now.getTime()) / DAY),
			});
	}
	if (deliveryWindow)
		checkWindow(check, deliveryWindow.days, deliveryWindow.from, deliveryWindow.to);
}

function checkExpiry(check: Checker, seconds: number, max: number): void {
	if (seconds >= 1 && seconds <= max) return;
	const words = `expiresAt must be 1 to ${max} seconds after sending, but is ${seconds}`;
	check.add('expiresAt', words, { limit: seconds < 1 ? 1 : max, actual: seconds });
}

function checkWindow(check: Checker, days: readonly string[], from: string, to: string): void {
	if (days.length === 0)
		check.add('deliveryWindow.days', 'deliveryWindow.days needs at least one day');
	const start = check.clock('deliveryWindow.from', from);
	const end = check.clock('deliveryWindow.to', to);
	if (start === undefined || end === undefined) return;
	if (end - start < 60)
		check.add(
			'deliveryWindow.to',
			'deliveryWindow.to must be at least one hour after deliveryWindow.from',
		);
}

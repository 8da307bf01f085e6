import type { Checker } from './checker';
import type { MessageProfile } from './limits';
import { optionsInUse } from './options';
import { smsSize } from './sms';
import type { FallbackStep, RcsMessage } from './types';

/** Checks how a message travels: fallback, options and times. */
export function checkFallback(
	check: Checker,
	steps: readonly FallbackStep[],
	{ displayName, fallback, limits }: MessageProfile,
): void {
	if (steps.length > fallback.max && fallback.max > 0) {
		const problem = `${displayName} takes ${fallback.max} fallback step, but there are ${steps.length}`;
		check.add('fallback', problem, { limit: fallback.max, actual: steps.length });
	}
	steps.forEach((step, i) => {
		const path = `fallback.${i}`;
		if (!fallback.channels.includes(step.channel))
			check.add(path, `${displayName} has no fallback to ${step.channel.toUpperCase()}`);
		if (step.channel === 'sms') checkSms(check, path, step);
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
	for (const { option, path } of optionsInUse(message)) {
		if (!profile.options.includes(option))
			check.add(path, `${profile.displayName} has no option for ${path}`);
	}
	check.length(
		'correlation.campaignId',
		message.correlation?.campaignId,
		profile.limits.campaignId,
	);
	const { callbackData, clientRef } = message.correlation ?? {};
	check.length('correlation.callbackData', callbackData, profile.limits.callbackData);
	check.length('correlation.clientRef', clientRef, profile.limits.callbackData);
	if (message.notify?.statusUrl)
		check.url('notify.statusUrl', message.notify.statusUrl, profile.limits.url);
}

const DAY = 86_400_000;

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
		const start = Date.parse(schedule?.at ?? '') || now.getTime();
		if (at !== undefined && profile.validity)
			check.range('expiresAt (seconds from sending)', (at - start) / 1000, 1, profile.validity.max);
	}
	if (schedule) {
		const at = check.time('schedule.at', schedule.at);
		const days = profile.schedule?.maxDays;
		if (at !== undefined && days !== undefined && at > now.getTime() + days * DAY)
			check.add('schedule.at', `schedule.at must be within ${days} days, but is ${schedule.at}`);
	}
	if (deliveryWindow)
		checkWindow(check, deliveryWindow.days, deliveryWindow.from, deliveryWindow.to);
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

import type { Problem } from './problem';
import { codePoints } from './text';
import { parseTime } from './time';

/** Collects what is wrong with a message; each check adds at most one problem, in the same words. */
export class Checker {
	readonly problems: Problem[] = [];

	constructor(private readonly provider: string) {}

	add(path: string, message: string, numbers: { limit?: number; actual?: number } = {}): void {
		this.problems.push({ path, message, ...numbers });
	}

	required(path: string, value: string): void {
		if (value.trim() === '') this.add(path, `${path} is empty`);
	}

	length(path: string, value: string | undefined, limit: number): void {
		// A text has at most as many code points as UTF-16 units, so most texts need no counting.
		if (value === undefined || value.length <= limit) return;
		const actual = codePoints(value);
		if (actual <= limit) return;
		const message = `${path} has ${actual} characters, but ${this.provider} takes at most ${limit}`;
		this.add(path, message, { limit, actual });
	}

	count(path: string, actual: number, min: number, max: number): void {
		if (actual > max)
			this.add(path, `${path} has ${entries(actual)}, but ${this.provider} takes at most ${max}`, {
				limit: max,
				actual,
			});
		else if (actual < min)
			this.add(path, `${path} has ${entries(actual)}, but ${this.provider} needs at least ${min}`, {
				limit: min,
				actual,
			});
	}

	range(path: string, actual: number, min: number, max: number): void {
		if (actual >= min && actual <= max) return;
		const limit = actual < min ? min : max;
		this.add(path, `${path} must be between ${min} and ${max}, but is ${actual}`, {
			limit,
			actual,
		});
	}

	/** A web address a phone or a provider on the internet can open. */
	url(path: string, value: string, limit: number): void {
		this.length(path, value, limit);
		this.webAddress(path, value);
	}

	webAddress(path: string, value: string): void {
		if (value.trim() === '') return this.add(path, `${path} is empty`);
		const strange = /[\s"<>]/.exec(value)?.[0];
		if (strange !== undefined && /^https?:/i.test(value))
			return this.add(path, `${path} holds ${nameOf(strange)}, which is in no web address`);
		const hostname = /^https?:\/\/[^/]/i.test(value) ? hostnameOf(value) : undefined;
		if (hostname === undefined)
			this.add(path, `${path} must be a full web address starting with https://`);
		else if (!isPublicLooking(hostname))
			this.add(path, `${path} leads nowhere: "${hostname}" is no domain name`);
	}

	/** Milliseconds since 1970, or a problem when it is no ISO 8601 time with an offset. */
	time(path: string, value: string): number | undefined {
		const at = parseTime(value);
		if (at !== undefined) return at;
		this.add(path, `${path} must be a time such as 2030-05-01T09:00:00+02:00, but is "${value}"`);
		return undefined;
	}

	/** Minutes since midnight, or a problem when it is no time of day. */
	clock(path: string, value: string): number | undefined {
		const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value);
		if (match) return Number(match[1]) * 60 + Number(match[2]);
		this.add(path, `${path} must be a time of day such as 09:00, but is "${value}"`);
		return undefined;
	}
}

const entries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`;

const nameOf = (sign: string): string =>
	/\s/.test(sign) ? 'a space or line break' : `the sign ${sign}`;

/** Not `URL.canParse`: once optimised, that of Node.js 20 refuses every URL with an accented letter. */
function hostnameOf(url: string): string | undefined {
	try {
		return new URL(url).hostname;
	} catch {
		return undefined;
	}
}

/** A name with a dot, an IP address, or this machine (for the sandbox). */
function isPublicLooking(hostname: string): boolean {
	return (
		hostname === 'localhost' || /^\[.*\]$/.test(hostname) || /^[^.]+(\.[^.]+)+$/.test(hostname)
	);
}

import { asString, type JsonObject } from '../../core/json';
import { oneName } from '../oneName';
import { messageFields } from './messageFields';
import { readTime } from './values';

type Told = Readonly<Record<string, unknown>>;

const { lastFailedAt, failureReason, fallbackChannel, campaign, agent } = messageFields;

const timesThatAreFirst: readonly string[] = Object.values(messageFields)
	.filter((field) => field.type === 'time' && field !== lastFailedAt)
	.map(({ name }) => name);

/**
 * What a record of a message has not yet of what was told: of times the first counts, of failures the
 * last, of names always the same one, and what another channel did stays. So records are the same
 * whichever write came first.
 */
export function missingIn(before: JsonObject | undefined, told: Told): Told {
	if (!before) return told;
	const failed = failedLater(before, told);
	return Object.fromEntries(
		Object.entries(told).filter(([name, value]) => {
			if (name === lastFailedAt.name || name === failureReason.name) return failed;
			if (name === fallbackChannel.name) return rankOf(value) > rankOf(before[name]);
			const known = before[name] ?? undefined;
			if (name === campaign.name || name === agent.name)
				return value !== known && oneName([String(value), asString(known) ?? '']) === value;
			if (!timesThatAreFirst.includes(name)) return value !== known;
			const at = readTime(known);
			return at === undefined || String(value) < at;
		}),
	);
}

/** Of two failures at one time, the same one counts in any order. */
function failedLater(before: JsonObject, told: Told): boolean {
	const [known = '', own = ''] = [readTime(before[lastFailedAt.name]), told[lastFailedAt.name]];
	if (known !== own) return String(own) > known;
	return String(told[failureReason.name] ?? '') > (asString(before[failureReason.name]) ?? '');
}

function rankOf(channel: unknown): number {
	return fallbackChannel.choices.findIndex((one) => one === channel);
}

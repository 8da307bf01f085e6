import type { Decision, Refusal } from './decision';
import { closedWords } from './hoursWords';
import { isTimeZone } from '../localTime';
import { firstOpen, isOpen, type Opening, openingHoursOf } from './openingHours';
import { openingHoursFrom, type OwnHours } from './ownHours';
import { placesOf, type Whereabouts } from './places';
import { isPromotional, type Use } from './promotional';

export interface QuietHoursOptions extends Whereabouts {
	/** All of them have to allow the message. */
	own?: OwnHours | readonly OwnHours[];
	/** Holds transactional messages as well; without it they go out at any time. */
	transactional?: boolean;
}

export type QuietHoursProblem = 'timeZone' | 'ownHours' | 'placeUnknown' | 'neverOpen';

type NamedOpening = Opening & { whose: string; own?: number };

/**
 * Whether a message may go out at `at` (milliseconds since 1970), by the clocks of the person with the
 * number and by the marketing hours that hold there. Refuses it where they cannot be known, and where
 * there is no hour at all that suits.
 */
export function quietHours(
	phone: string,
	use: Use,
	at: number,
	options: QuietHoursOptions = {},
): Decision | Refusal<QuietHoursProblem> {
	if (!isPromotional(use) && options.transactional !== true) return { send: true };
	if (options.timeZone !== undefined && !isTimeZone(options.timeZone)) return refuse('timeZone');
	if (!ownOf(options).every(openingHoursFrom)) return refuse('ownHours');
	const openings = openingsFor(phone, options);
	if (openings.length === 0) return refuse('placeUnknown');
	const closed = openings.find((one) => !isOpen(one, at));
	if (!closed) return { send: true };
	const holdUntil = firstOpen(openings, at);
	if (holdUntil === undefined) return refuse('neverOpen');
	return { send: false, holdUntil, rule: 'quietHours', why: closedWords(closed.whose, closed, at) };
}

/** All that have to be open, each once: places of one time zone mostly share their hours. */
function openingsFor(phone: string, options: QuietHoursOptions): readonly NamedOpening[] {
	const own = ownOf(options);
	const ownHours = own.flatMap((one) => openingHoursFrom(one) ?? []);
	const isReplaced = own.some(({ replace }) => replace === true);
	const openings = placesOf(phone, options).flatMap(({ rule, timeZone }): NamedOpening[] => [
		...ownHours.map((hours, own) => ({ own, whose: 'your own hours', hours, timeZone })),
		...(isReplaced
			? []
			: [{ whose: `the hours for ${rule.name}`, hours: openingHoursOf(rule), timeZone }]),
	]);
	const keyOf = ({ own: i, whose, timeZone }: NamedOpening) => JSON.stringify([i, whose, timeZone]);
	return [...new Map(openings.map((one) => [keyOf(one), one])).values()];
}

function ownOf({ own = [] }: QuietHoursOptions): readonly OwnHours[] {
	return [own].flat();
}

const problems: Readonly<Record<QuietHoursProblem, { why: string; advice: string }>> = {
	timeZone: {
		why: 'The time zone given for this person is none, so quiet hours cannot be kept',
		advice: 'Give the name of a time zone such as Europe/London, or none: then the number tells.',
	},
	ownHours: {
		why: 'Your own hours allow no message at all',
		advice:
			'Give them as HH:mm, the first before the second on the same day, and at least one day.',
	},
	placeUnknown: {
		why: 'The number does not tell in which country this person is, so quiet hours cannot be kept',
		advice: 'Give the country or the time zone of this person.',
	},
	neverOpen: {
		why: 'There is no time that suits all the hours and time zones that may hold for this person',
		advice: 'Widen your own hours, or give the time zone of this person.',
	},
};

function refuse(rule: QuietHoursProblem): Refusal<QuietHoursProblem> {
	return { send: false, rule, ...problems[rule] };
}

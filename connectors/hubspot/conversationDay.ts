import { type EventType, eventTypes } from '../../core/event/types';
import { oneName } from '../oneName';
import { asHtml, linesOf } from './html';

/** One thing that happened, as a line of a communication tells it. */
export interface Fact {
	/** Short for the message, or for the event where what it says is its own. */
	ref: string;
	/** Time of day there: `23:59:59`. */
	time: string;
	/** `delivered`, `opted out`: small letters and spaces. */
	what: string;
	/** What was written, or why it failed, in one line. */
	words?: string;
	campaign?: string;
}

/** What happened with a contact on a day, as a communication keeps it. */
export interface ConversationDay {
	/** `2030-01-31` */
	day: string;
	/** Each of them once, in any order. */
	facts: readonly Fact[];
	/** Lines that somebody else wrote into it. */
	notes: readonly string[];
	/** From this time on nothing is kept, and no campaign at all: there is no room for it. */
	cutFrom?: string;
}

/** The most characters HubSpot takes. */
const LONGEST_BODY = 65_536;

const header = (day: string) => `RCS ${day}`;
const cutLine = (time: string) =>
	`HubSpot takes no more: no campaigns, and nothing from ${time} on.`;

const HEADER = /^RCS (\d{4}-\d\d-\d\d)$/;
const CUT = /^HubSpot takes no more: no campaigns, and nothing from (\d\d:\d\d:\d\d) on/;
/** `10:12:03 sent, 10:12:05 delivered (spring) #1f3a9c02` */
const STATES =
	/^((?:\d\d:\d\d:\d\d [a-z ]+, )*\d\d:\d\d:\d\d [a-z ]+?)(?: \((.*)\))? #([0-9a-f]{8})$/;
/** `10:16:40 replied: Yes please (spring) #77b0c1de` */
const WORDS = /^(\d\d:\d\d:\d\d) ([a-z ]+): (.*) #([0-9a-f]{8})$/;

/** What a communication of ours keeps; nothing, where it is somebody else's. */
export function readDay(html: string): ConversationDay | undefined {
	const [first = '', ...lines] = linesOf(html);
	const day = HEADER.exec(first)?.[1];
	if (day === undefined) return undefined;
	const facts: Fact[] = [];
	const notes: string[] = [];
	let cutFrom: string | undefined;
	for (const line of lines) {
		const read = factsOf(line);
		facts.push(...read);
		cutFrom = CUT.exec(line)?.[1] ?? cutFrom;
		if (read.length === 0 && !CUT.test(line)) notes.push(line);
	}
	return { day, facts, notes, ...(cutFrom === undefined ? {} : { cutFrom }) };
}

function factsOf(line: string): Fact[] {
	const [, time, what, words, own] = WORDS.exec(line) ?? [];
	if (time && what && words !== undefined && own) return [{ ref: own, time, what, words }];
	const [, states = '', campaign, ref] = STATES.exec(line) ?? [];
	if (ref === undefined) return [];
	return states.split(', ').map((state) => ({
		ref,
		time: state.slice(0, 8),
		what: state.slice(9),
		...(campaign === undefined ? {} : { campaign }),
	}));
}

/** `delivered`, `opted out`: an event in words. */
export function wordsOf(type: EventType): string {
	const [about = '', what = about] = type.split('.');
	const words = about === 'message' || about === 'user' ? what : `${about} ${what}`;
	return words.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** As they follow each other in the life of a message. */
const inOrder = eventTypes.map(wordsOf);

/** The name of a fact: two of the same name are one. */
export function nameOf({ ref, time, what }: Fact): string {
	const rank = inOrder.indexOf(what) + 1;
	return `${time} ${String(rank).padStart(2, '0')} ${what} ${ref}`;
}

/**
 * Both of two tellings of a day, each fact once. Order and repetition do not matter, not even where
 * there is no room for everything: what stays is what came first on that day, without campaigns, which
 * lines tell once for all of their facts.
 */
export function mergeDays(a: ConversationDay, b: ConversationDay): ConversationDay {
	const facts = new Map<string, Fact>();
	for (const fact of withCampaigns([...b.facts, ...a.facts])) facts.set(nameOf(fact), fact);
	const notes = [...a.notes, ...b.notes.filter((note) => !a.notes.includes(note))];
	const merged = { day: a.day, facts: [...facts.values()], notes };
	const [cutFrom] = [a.cutFrom ?? [], b.cutFrom ?? []].flat().toSorted();
	return cutFrom === undefined ? merged : until(merged, cutFrom);
}

/** Every fact with the campaign of its message, which not each of them tells. */
function withCampaigns(facts: readonly Fact[]): Fact[] {
	const campaigns = new Map<string, string>();
	for (const { ref, campaign: own = '' } of facts)
		campaigns.set(ref, oneCampaign(campaigns.get(ref) ?? '', own));
	return facts.map((fact) => {
		const campaign = campaigns.get(fact.ref) ?? '';
		return campaign === '' ? fact : { ...fact, campaign };
	});
}

/** Never one that takes less room than another: what was left out does not come back. */
function oneCampaign(...campaigns: string[]): string {
	return oneName(campaigns, (name) => asHtml(name).length) ?? '';
}

function until(day: ConversationDay, cutFrom: string): ConversationDay {
	const facts = day.facts
		.filter(({ time }) => time < cutFrom)
		.map(({ campaign: _noRoom, ...fact }) => fact);
	return { ...day, facts, cutFrom };
}

/** The day as it fits into a communication. */
export function fitting(day: ConversationDay): ConversationDay {
	if (htmlOf(day).length <= LONGEST_BODY) return day;
	const times = [...new Set(day.facts.map(({ time }) => time))].toSorted();
	// With what comes before the time after it, which is all that happened until then.
	const cutFrom = times.find(
		(_, i) => htmlOf(until(day, times[i + 1] ?? NEVER)).length > LONGEST_BODY,
	);
	return until(day, cutFrom ?? day.cutFrom ?? NEVER);
}

/** Later than any time of day. */
const NEVER = '24:00:00';

export function htmlOf({ day, facts, notes, cutFrom }: ConversationDay): string {
	const end = cutFrom === undefined ? [] : [cutLine(cutFrom)];
	return [header(day), ...linesOfFacts(facts), ...notes, ...end].map(asHtml).join('<br>');
}

/** A line a message with the states it was in, and one a text; in the order in which they began. */
function linesOfFacts(facts: readonly Fact[]): string[] {
	const byRef = new Map<string, Fact[]>();
	for (const fact of facts.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
		const key = fact.words === undefined ? fact.ref : nameOf(fact);
		byRef.set(key, [...(byRef.get(key) ?? []), fact]);
	}
	return [...byRef.values()].map(lineOf);
}

function lineOf(facts: readonly Fact[]): string {
	const states = facts.map(({ time, what, words }) =>
		words === undefined ? `${time} ${what}` : `${time} ${what}: ${words}`,
	);
	const campaign = oneCampaign(...facts.map((fact) => fact.campaign ?? ''));
	const name = campaign === '' ? '' : ` (${campaign})`;
	return `${states.join(', ')}${name} #${facts[0]?.ref ?? ''}`;
}

import { channelNames } from '../lib/channels';
import { exactly } from '../lib/times';
import type { InboundEntry, MessageEntry } from '../lib/types';

interface Line {
	at: string;
	word: string;
	about: string;
	bad: boolean;
}

const words: Readonly<Record<MessageEntry['state'], string>> = {
	queued: 'Queued',
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	failed: 'Failed',
	expired: 'Expired',
	revoked: 'Revoked',
};

function linesOf(message: MessageEntry, answers: readonly InboundEntry[]): Line[] {
	const steps = message.timeline.map(({ at, channel, state, reason, fallsBackTo }) => ({
		at,
		word: words[state],
		about: [
			channelNames[channel],
			reason,
			fallsBackTo && `falls back to ${channelNames[fallsBackTo]}`,
		]
			.filter(Boolean)
			.join(' · '),
		bad: state === 'failed' || state === 'expired',
	}));
	const replies = answers.map(({ at, kind, text }) => ({
		at,
		word: kind === 'action' ? 'Tapped' : 'Replied',
		about: text || kind,
		bad: false,
	}));
	return [...steps, ...replies].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** The way of a message, step by step, with what the person answered. */
export function States({
	message,
	answers,
}: {
	message: MessageEntry;
	answers: readonly InboundEntry[];
}) {
	return (
		<ol class="states" aria-label="States">
			{linesOf(message, answers).map(({ at, word, about, bad }, i) => (
				<li key={i} class={bad ? 'bad' : ''}>
					<strong>{word}</strong>
					<span>{about}</span>
					<time dateTime={at}>{exactly(at)}</time>
				</li>
			))}
		</ol>
	);
}

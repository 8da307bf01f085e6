import { oneName } from '../../connectors/oneName';
import {
	type Leg,
	type LegTimes,
	type MessageState,
	messageState,
} from '../../core/event/messageState';
import type { ProviderError } from '../../core/errors';
import type { RcsEvent } from '../../core/event/types';
import { failedStates } from './failed';

/** What the store has of a message already. */
export interface KeptMessage {
	legs: Leg[];
	fell_back: boolean;
	error: (ProviderError & { at: string }) | null;
}

/**
 * What the store keeps of a message, from all of its events and what it has already: in any order the same, and
 * also when events of before were kept for long enough and are gone.
 */
export function messageRow(events: readonly RcsEvent[], kept?: KeptMessage) {
	const message = messageState(events, kept && stateOf(kept));
	if (!message) return undefined;
	const { state, channel, fellBack, legs, error } = message;
	return {
		...{ state, channel, legs, fell_back: fellBack },
		...timesOf(message),
		agent: oneName(events.flatMap(({ agent }) => agent ?? [])),
		campaign: oneName(events.flatMap(({ campaignId }) => campaignId ?? [])),
		// What was overcome by another channel is of interest as well.
		error: error && { ...error, at: message.failedAt },
	};
}

function stateOf({ legs, fell_back: fellBack, error }: KeptMessage) {
	if (!error) return { legs, fellBack };
	const { at: failedAt, ...told } = error;
	return { legs, fellBack, error: told, failedAt };
}

/** When a channel failed for good: a person's phone that has the message tells that it did not. */
function firstFailure(legs: readonly Leg[]): string | undefined {
	return legs
		.filter(({ state }) => failedStates.includes(state))
		.flatMap(({ times: { failed, expired, revoked } }) => failed ?? expired ?? revoked ?? [])
		.toSorted()
		.at(0);
}

/** When each thing happened first, over whichever channel. */
function timesOf({ legs }: MessageState) {
	const first = (...names: (keyof LegTimes)[]) =>
		legs
			.flatMap(({ times }) => names.flatMap((name) => times[name] ?? []))
			.toSorted()
			.at(0);
	return {
		sent_at: first('sent'),
		delivered_at: first('delivered'),
		read_at: first('read'),
		clicked_at: first('clicked'),
		replied_at: first('replied'),
		failed_at: firstFailure(legs),
	};
}

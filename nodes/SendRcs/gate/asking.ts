import type { ProviderError } from '../../../core/errors';
import type { ReadyMessage, TrafficType } from '../../../core/message/types';
import type { KnownConsent, TransactionalConsent } from '../../../core/policy/consentRule';
import type { GateAnswer } from '../../../core/policy/gateAnswer';
import type { GateRequest } from '../../../core/policy/gate';
import type { OwnHours } from '../../../core/policy/ownHours';
import type { SendResult } from '../../../core/provider';

/** What the form says of who may be written to, and when: absent is as the gate does it by itself. */
export interface Rules {
	quietHours?: { own?: OwnHours } | 'off';
	transactional?: { consent: TransactionalConsent };
	/** Whether transactional messages go out while the service gives no answer. */
	ifLedgerDown: 'send' | 'stop';
}

/** Who is to get a message and for what. */
export interface Target extends Pick<GateRequest, 'country' | 'timeZone' | 'purpose' | 'kind'> {
	traffic?: TrafficType;
	/** The agent that writes; consent may be for one alone. */
	agent?: string;
	/** What the item says. */
	consent: KnownConsent;
}

/** A message that asks to be let through. */
export interface Asking {
	message: ReadyMessage;
	target: Target;
	rules: Rules;
}

/** What the gate says of a message. */
export interface Answer extends GateAnswer {
	/** Why the service gave no answer, where that stops the message. */
	cause?: ProviderError;
}

/** Answers and results by message id. */
export type Answers = ReadonlyMap<string, Answer>;
export type Results = ReadonlyMap<string, SendResult>;

/** Whoever decides what goes out: this node by itself, or the connector service. */
export interface Keeper {
	/** Looks at messages in their order, so that those before count for those behind. A dry run changes nothing. */
	ask(asking: readonly Asking[], dryRun: boolean): Promise<Answers>;
	/** Takes note of what became of messages that were let through; gives those that no longer count. */
	settle(sent: readonly Asking[], results: Results): Promise<ReadonlySet<string>>;
	/** Called once, after the last message of the run. */
	finish(): void;
}

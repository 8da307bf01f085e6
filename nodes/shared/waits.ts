export { asWord } from '../../core/event/answers';

/** A question that somebody was asked, and where the answer goes. */
export interface Wait {
	wait: string;
	provider: string;
	/** E.164 with `+`. */
	phone: string;
	agent?: string;
	/** Path and query that let the execution go on. */
	path: string;
	/** When n8n stops waiting, ISO 8601. Absent: it waits for ever. */
	until?: string;
	/** Texts that are an answer, as `asWord` writes them. Absent: every text is one. */
	words?: readonly string[];
	/** What the message that asks is called in events: our id, and the provider's. */
	messageIds?: readonly string[];
}

/** What a person wrote, or that a question did not reach them. */
export interface Written {
	provider: string;
	phone: string;
	agent?: string;
	/** The text, by `asWord`. Absent: whatever they are asked, it is over, because they opted out. */
	word?: string;
	/** Only a question that has this very word among its words takes it. */
	isNamed?: boolean;
	/** Only the question that such a message asked: it did not arrive, and there is no word. */
	messageIds?: readonly string[];
	eventId: string;
}

/**
 * Which question a text answers: `closed` where that one is over. The same event may be heard of twice: `taken` where
 * it was the answer, `underWay` where somebody hands it over at this moment.
 */
export type Claim =
	| { outcome: 'none' }
	| { outcome: 'taken' }
	| { outcome: 'underWay' }
	| { outcome: 'claimed'; wait: string; path: string }
	| { outcome: 'closed'; wait: string };

/**
 * What became of an answer. `late`: the question was over. `over`: the question ends by it, and nobody is to hear of
 * that. `open`: it did not get through, and the wait goes on.
 */
export type Outcome = 'answered' | 'late' | 'over' | 'open';

/** What an answer came in by. */
export interface By {
	eventId: string;
	/** E.164 with `+`. */
	phone?: string;
	agent?: string;
}

/** Knows who is asked what. */
export interface Waits {
	/** Notes a question. Gives the events by which its message failed before anybody knew that it asks. */
	add(wait: Wait): Promise<readonly object[]>;
	/** Gives an open question to one caller alone. */
	claim(written: Written): Promise<Claim>;
	/**
	 * Notes what became of an answer. Says whether the person is to hear that it came too late: once a wait, and never
	 * who wants no messages.
	 */
	settle(wait: string, by: By, outcome: Outcome): Promise<boolean>;
	/** Whether a question is known to be answered, or its time to be over. */
	isOver(wait: string): Promise<boolean>;
}

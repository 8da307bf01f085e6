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
}

/** What a person wrote. */
export interface Written {
	provider: string;
	phone: string;
	agent?: string;
	/** The text, by `asWord`. Absent: whatever they are asked, it is over, because they opted out. */
	word?: string;
	eventId: string;
}

/** Which question a text answers: `late` where that one is closed. */
export type Claim =
	| { outcome: 'none' }
	| { outcome: 'claimed'; wait: string; path: string }
	| { outcome: 'late'; wait: string };

/** What became of an answer; `open`: it did not get through, and the wait goes on. */
export type Outcome = 'answered' | 'late' | 'open';

/** Knows who is asked what. */
export interface Waits {
	add(wait: Wait): Promise<void>;
	/** Gives an open question to one caller alone. */
	claim(written: Written): Promise<Claim>;
	/** Notes what became of an answer. Says whether the person is to hear that it came too late: once a wait. */
	settle(wait: string, eventId: string, outcome: Outcome): Promise<boolean>;
}

/** A text as it is compared: how it is written and what stands around it make no difference. */
export function asWord(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
		.replace(/\s+/g, ' ')
		.toLowerCase();
}

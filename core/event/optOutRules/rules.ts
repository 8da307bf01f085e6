/** How people of one language say that they want messages or not; the patterns are those of `optOutPattern`. */
export interface LanguageRules {
	/** Words around a keyword that change nothing: "stop please". */
	polite: readonly string[];
	/** Says it clearly, wherever it stands. */
	optOut: readonly string[];
	optIn: readonly string[];
	/** May be one: about some messages, a time, a question, or plain anger. */
	doubtful: readonly string[];
	/** Speaks of messages and of none, in whatever words: somebody has to read it where nothing clearer is found. */
	hint: readonly string[];
	/** What shops and people write of besides messages, and other people: no more of or for it is no opt-out. */
	goods: readonly string[];
	/** Takes back or turns round what is said beside it. */
	counter: readonly string[];
	/** Sounds like one and is none; what it covers is not looked at again. */
	not: readonly string[];
}

/** Two kinds of words near each other in a sentence, in either order. */
export const near = (some: string, others: string): readonly string[] => [
	`${some} ~ ~ ${others}`,
	`${others} ~ ~ ${some}`,
];

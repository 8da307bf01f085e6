/** One thing that is wrong with a message: where, and in words a person can act on. */
export interface Problem {
	/** Where in the message, e.g. `content.card.title`. */
	path: string;
	/** Where it shows in what is drawn, where that is another place. */
	at?: string;
	message: string;
	/** The limit that was broken, where there is a number. */
	limit?: number;
	/** What was found, in the unit of the limit. */
	actual?: number;
}

/** One change that was made so that a message fits its provider. */
export interface Change {
	path: string;
	/** Where it shows in the message that is sent, where that is another place; what was left out: where it stood. */
	at?: string;
	action: 'cut' | 'dropped' | 'moved' | 'turnedIntoCard' | 'turnedIntoText';
	message: string;
}

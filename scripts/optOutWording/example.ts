/** A text that somebody labelled. */
export interface Example {
	/** ISO 639-1. */
	language: string;
	text: string;
	/** Whether somebody should read it as one: clear opt-outs and possible ones alike. */
	isOptOut: boolean;
	/** What is alike, such as a sentence in all languages: cross-validation holds out a group as a whole. */
	group: string;
}

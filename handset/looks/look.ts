import type { Theme } from '../types';

/** How a text is set: size and line height in dp, and weight. */
export interface Type {
	size: number;
	line: number;
	weight: number;
}

/** Colours as `#rrggbb`. Every ink is read on the surface it is named after. */
export interface Palette {
	screen: string;
	ink: string;
	soft: string;
	line: string;
	bubble: string;
	bubbleInk: string;
	card: string;
	cardInk: string;
	cardSoft: string;
	/** Behind a picture that is not there. */
	blank: string;
	blankInk: string;
	/** The field of a button on a card. */
	button: string;
	/** Links, and chips and buttons where the app does not take the agent's colour for them. */
	accent: string;
	/** What the person wrote. */
	mine: string;
	mineInk: string;
	sms: string;
	smsInk: string;
	verified: string;
	warn: string;
	bad: string;
	onMark: string;
}

/** Lengths in dp. */
export interface Measures {
	screenWidth: number;
	edge: number;
	gap: number;
	bubbleMax: number;
	bubblePadX: number;
	bubblePadY: number;
	bubbleRadius: number;
	cardWidth: number;
	cardRadius: number;
	cardPad: number;
	chipHeight: number;
	chipPad: number;
	chipRadius: number;
	buttonHeight: number;
	buttonRadius: number;
	headerHeight: number;
	avatar: number;
	composerHeight: number;
}

/** A messages app, as data: what the style sheet and the picture both draw with. */
export interface LookTable {
	font: string;
	measures: Measures;
	type: Record<'body' | 'title' | 'detail' | 'chip' | 'button' | 'name' | 'small', Type>;
	/** Whether chips, buttons and links take the agent's colour. */
	takesAgentColor: boolean;
	themes: Record<Theme, Palette>;
}

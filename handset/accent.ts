import { inkOn, readableOn } from './contrast';
import { looks } from './looks';
import type { Look, Theme } from './types';

/** The colours of a chat that depend on its agent. */
export interface Accent {
	/** The agent's own colour, and what is read on it. */
	brand: string;
	onBrand: string;
	/** Links, chips and buttons: readable on every surface of the chat. */
	accent: string;
	/** What is read on `accent`. */
	onAccent: string;
}

/** Makes an agent's colour (`#rrggbb`) fit a look and theme, so that nothing is hard to read. */
export function accentOf(color: string, look: Look, theme: Theme): Accent {
	const { takesAgentColor, themes } = looks[look];
	const palette = themes[theme];
	const brand = /^#[0-9a-f]{6}$/iu.test(color) ? color : palette.accent;
	const surfaces = [palette.screen, palette.bubble, palette.card, palette.button];
	const accent = takesAgentColor ? readableOn(brand, surfaces) : palette.accent;
	return { brand, onBrand: inkOn(brand), accent, onAccent: inkOn(accent) };
}

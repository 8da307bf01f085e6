import { looks } from '../looks';
import type { LookTable, Palette } from '../looks/look';
import { carouselWidths, clamps, lowestCard, mediaHeights, sidePicture } from '../measures';
import { lookNames, themes, type Look } from '../types';

/** The tables of all looks, as custom properties: colours, lengths, types. */
export function tokenRules(): string[] {
	return [shared(), ...lookNames.flatMap((look) => lookTokens(look, looks[look]))];
}

/** The colours and lengths of a look, as custom properties. */
function lookTokens(look: Look, table: LookTable): string[] {
	const at = `.rcs-handset[data-look=${look}]`;
	return [
		rule(at, { ...measureTokens(table), '--rcs-font': table.font }),
		...themes.map((theme) =>
			rule(`${at}[data-theme=${theme}]`, colorTokens(table.themes[theme], theme)),
		),
	];
}

/** What no look changes. */
function shared(): string {
	return rule('.rcs-handset', {
		'--rcs-media-short': `${mediaHeights.short}px`,
		'--rcs-media-medium': `${mediaHeights.medium}px`,
		'--rcs-media-tall': `${mediaHeights.tall}px`,
		'--rcs-width-small': `${carouselWidths.small}px`,
		'--rcs-width-medium': `${carouselWidths.medium}px`,
		'--rcs-side-picture': `${sidePicture}px`,
		'--rcs-lowest-card': `${lowestCard}px`,
		'--rcs-clamp-title': String(clamps.title),
		'--rcs-clamp-description': String(clamps.description),
		'--rcs-clamp-carousel': String(clamps.carouselDescription),
	});
}

function measureTokens({ measures, type }: LookTable): Record<string, string> {
	return {
		...Object.fromEntries(
			Object.entries(measures).map(([name, length]) => [token(name), `${length}px`]),
		),
		...Object.fromEntries(
			Object.entries(type).map(([name, { size, line, weight }]) => [
				token(`type-${name}`),
				`${weight} ${size}px/${line}px var(--rcs-font)`,
			]),
		),
	};
}

function colorTokens(palette: Palette, theme: string): Record<string, string> {
	return {
		...Object.fromEntries(
			Object.entries(palette)
				.filter(([name]) => name !== 'accent')
				.map(([name, color]: [string, string]) => [token(name), color]),
		),
		'color-scheme': theme,
	};
}

/** `bubblePadX` as `--rcs-bubble-pad-x`. */
function token(name: string): string {
	return `--rcs-${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

function rule(selector: string, declarations: Record<string, string>): string {
	return `${selector}{${Object.entries(declarations)
		.map(([name, value]) => `${name}:${value}`)
		.join(';')}}`;
}

import { lookUp } from '../json';
import type { ButtonKind, Stage } from './sale';
import { northern } from './wordsNorthern';
import { southern } from './wordsSouthern';

/** The words that a card says by itself. `{number}`, `{more}` and the like are filled in. */
export interface Words {
	/** The title of a card about the whole. */
	titles: Record<Stage, string>;
	buttons: Record<ButtonKind, string>;
	parcel: string;
	total: string;
	more: string;
	code: string;
}

const tables = { ...northern, ...southern };

export type Language = keyof typeof tables;

/** Alphabetical by code. */
export const languages: readonly Language[] = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];

/** The language of a locale such as `pt-BR` or `de_AT`; English where it is none of ours. */
export function languageOf(locale: string | undefined): Language {
	const code = (locale ?? '').slice(0, 2).toLowerCase();
	return languages.find((known) => known === code) ?? 'en';
}

export function wordsOf(language: Language): Words {
	return lookUp<Words>(tables, language) ?? northern.en;
}

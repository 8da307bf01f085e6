import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { hi } from './hi';
import { it } from './it';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import type { LanguageRules } from './rules';
import { sv } from './sv';
import { tr } from './tr';

/** By language, as ISO 639-1 codes; English comes first, as it is understood most. */
export const languageRules: ReadonlyMap<string, LanguageRules> = new Map(
	Object.entries({ en, ar, de, es, fr, hi, it, nl, pl, pt, sv, tr }),
);

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
import { sv } from './sv';
import { tr } from './tr';
import type { OptOuts } from '../themes';

export const optOut: Readonly<Record<string, OptOuts>> = {
	...{ ar, de, en, es, fr, hi },
	...{ it, nl, pl, pt, sv, tr },
};

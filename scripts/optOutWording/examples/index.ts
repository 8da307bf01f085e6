import type { Example } from '../example';
import { optOut } from './optOut';
import { ordinary } from './ordinary';
import { optOutThemes, ordinaryThemes } from './themes';

/** Most sentences stand at the same place in each language: those are a group. */
export const examples: readonly Example[] = [
	...Object.entries(optOut).flatMap(([language, texts]) =>
		optOutThemes.flatMap((theme) =>
			texts[theme].map((text, at) => ({ language, text, isOptOut: true, group: `${theme} ${at}` })),
		),
	),
	...Object.entries(ordinary).flatMap(([language, texts]) =>
		ordinaryThemes.flatMap((theme) =>
			texts[theme].map((text, at) => ({
				language,
				text,
				isOptOut: false,
				group: `${theme} ${at}`,
			})),
		),
	),
];

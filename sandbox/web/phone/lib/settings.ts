import { useEffect, useState } from 'preact/hooks';
import type { Look, Theme } from '../../../../handset/types';

/** `phone`: each phone looks as its name says. */
export type LookChoice = 'phone' | Look;
export type ThemeChoice = 'system' | Theme;

export interface Settings {
	look: LookChoice;
	theme: ThemeChoice;
	/** Whether the panel beside the phones is open. */
	panel: boolean;
}

const KEPT_AS = 'rcs-sandbox-page';
const usual: Settings = { look: 'phone', theme: 'system', panel: true };

/** Whether the panel can stand beside the phones; in a narrower window it lies over them. */
const hasRoom = (): boolean => matchMedia('(min-width: 1181px)').matches;

function kept(): Settings {
	try {
		const settings = {
			...usual,
			...(JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as Partial<Settings>),
		};
		return { ...settings, panel: settings.panel && hasRoom() };
	} catch {
		return usual;
	}
}

/** How the page is set; the browser remembers it. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
	const [settings, set] = useState(kept);
	const change = (change: Partial<Settings>) => {
		const changed = { ...settings, ...change };
		localStorage.setItem(KEPT_AS, JSON.stringify(changed));
		set(changed);
	};
	return [settings, change];
}

/** Which of Google's and Apple's apps a phone shows. */
export const lookOf = (choice: LookChoice, phoneName: string): Look =>
	choice === 'phone' ? (/iphone/i.test(phoneName) ? 'ios' : 'android') : choice;

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The theme that is meant, also while the computer changes its own. The page itself wears it. */
export function useTheme(choice: ThemeChoice): Theme {
	const [system, setSystem] = useState<Theme>(dark.matches ? 'dark' : 'light');
	useEffect(() => {
		const follow = () => setSystem(dark.matches ? 'dark' : 'light');
		dark.addEventListener('change', follow);
		return () => dark.removeEventListener('change', follow);
	}, []);
	const theme = choice === 'system' ? system : choice;
	useEffect(() => {
		document.documentElement.dataset['theme'] = theme;
	}, [theme]);
	return theme;
}

import { asObject, asString } from '../../../core/json';
import type { HandsetAgent, Theme } from '../../../handset/types';

/** What is drawn: a messages app with the message, or what arrives on other channels instead. */
export const views = ['android', 'ios', 'fallback'] as const;
export type View = (typeof views)[number];
export type Format = 'svg' | 'html';

export interface PreviewOptions {
	agent: HandsetAgent;
	views: View[];
	theme: Theme;
	formats: Format[];
	includePictures: boolean;
	htmlInJson: boolean;
}

const NO_NAME = 'Your Agent';
const NO_COLOR = '#0f5bd7';

/** The options as filled in; what is not filled in, or is no choice, is as by default. */
export function readPreviewOptions(values: unknown, sender: string | undefined): PreviewOptions {
	const { agentName, agentColor, logoUrl, format, looks, theme, ...flags } = asObject(values);
	const logo = asString(logoUrl)?.trim();
	const color = asString(agentColor)?.trim() ?? '';
	const wanted = Array.isArray(looks) ? views.filter((view) => looks.includes(view)) : [];
	return {
		agent: {
			name: asString(agentName)?.trim() || sender || NO_NAME,
			color: /^#[0-9a-f]{6}$/i.test(color) ? color : NO_COLOR,
			...(logo ? { logoUrl: logo } : {}),
			verified: true,
		},
		views: wanted.length > 0 ? wanted : [...views],
		theme: theme === 'dark' ? 'dark' : 'light',
		formats: format === 'both' ? ['svg', 'html'] : [format === 'html' ? 'html' : 'svg'],
		includePictures: flags['includePictures'] === true,
		htmlInJson: flags['htmlInJson'] !== false,
	};
}

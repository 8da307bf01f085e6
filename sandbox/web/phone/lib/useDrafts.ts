import { useState } from 'preact/hooks';
import type { Agent } from './types';

/** What was typed in each conversation and is not sent yet. */
export interface Drafts {
	of(agent: Agent): string;
	/** Changes what is there by then, which may be more than was there before. */
	change(agent: Agent, change: (now: string) => string): void;
}

const nameOf = ({ provider, id }: Agent): string => `${provider} ${id}`;

/** Each conversation keeps its own: what was meant for one business is never sent to another. */
export function useDrafts(): Drafts {
	const [drafts, set] = useState<Readonly<Record<string, string>>>({});
	return {
		of: (agent) => drafts[nameOf(agent)] ?? '',
		change: (agent, change) =>
			set((all) => ({ ...all, [nameOf(agent)]: change(all[nameOf(agent)] ?? '') })),
	};
}

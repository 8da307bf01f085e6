import type { TrafficType } from '../message/types';

export const purposeKinds = ['promotional', 'transactional'] as const;
export type PurposeKind = (typeof purposeKinds)[number];

/** What a message is for. */
export interface Use {
	traffic?: TrafficType;
	/** The purpose of the consent it needs, e.g. `marketing` or `transactional`. */
	purpose?: string;
	/** Of the purpose, by whoever answers for it: a configuration or a form, never the request for one message. */
	kind?: PurposeKind;
}

/** A purpose as it is kept and compared. */
export function purposeName(written: string): string {
	return written.trim().toLowerCase();
}

/** The purpose of that name is marketing, whatever anybody says of it. */
const MARKETING = 'marketing';

/**
 * Whether the rules for marketing hold. They do for every purpose but `transactional` and those that are said
 * to be of that kind: a traffic type can make a message marketing, and never frees one from being it. Only
 * where no purpose is known at all, the traffic type tells.
 */
export function isPromotional({ traffic, purpose, kind }: Use): boolean {
	if (traffic === 'promotion') return true;
	if (purpose === undefined) return traffic === undefined;
	const name = purposeName(purpose);
	if (name === MARKETING) return true;
	return kind === undefined ? name !== 'transactional' : kind === 'promotional';
}

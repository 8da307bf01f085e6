import type { TrafficType } from '../message/types';

/** What a message is for. */
export interface Use {
	traffic?: TrafficType;
	/** The purpose of the consent it needs, e.g. `marketing` or `transactional`. */
	purpose?: string;
}

/** Whether the rules for marketing hold. Whoever does not say otherwise in both words is held to them. */
export function isPromotional({ traffic, purpose }: Use): boolean {
	if (purpose === 'marketing' || traffic === 'promotion') return true;
	return traffic === undefined && purpose !== 'transactional';
}

import { quietHours, type QuietHoursOptions } from '../../core/policy/quietHours';

export const GB = '+447700900123';
export const FR = '+33639981234';
export const NEW_YORK = '+12125550100';
/** 555 is nobody's area code. */
export const UNKNOWN_US = '+15550100123';
export const SOUTH_AFRICA = '+27800000000';

/** `send`, the moment until which a promotion is held, or why it is refused. */
export function decide(phone: string, at: string, options?: QuietHoursOptions): string {
	const decision = quietHours(phone, { traffic: 'promotion' }, Date.parse(at), options);
	if (decision.send) return 'send';
	return 'holdUntil' in decision ? utc(decision.holdUntil) : decision.rule;
}

/** A moment as `decide` writes it. */
export function utc(moment: string | number): string {
	return new Date(moment).toISOString();
}

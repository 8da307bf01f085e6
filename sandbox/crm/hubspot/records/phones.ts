/** Calling codes of one and two digits; all others have three, and none begins another. */
const shortCodes = /^(1|7|2[07]|3[0123469]|4[0134-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The properties HubSpot computes from a phone property, by the word in their names. */
const sources = { phone: 'phone', mobilephone: 'mobile' } as const;

export type PhoneProperty = keyof typeof sources;
export const phoneProperties: readonly PhoneProperty[] = ['phone', 'mobilephone'];

/**
 * What HubSpot computes from a phone number as somebody typed it: E.164, national digits without the
 * country, international digits. Empty for what is no number.
 */
export function calculated(
	property: PhoneProperty,
	typed: string,
	callingCode: string,
): Record<string, string> {
	const digits = internationalDigits(typed, callingCode);
	const word = sources[property];
	return {
		[`hs_calculated_${word}_number`]: digits && `+${digits}`,
		[`hs_searchable_calculated_${word}_number`]: digits.slice(codeLength(digits)),
		[`hs_searchable_calculated_international_${word}_number`]: digits,
	};
}

function internationalDigits(typed: string, callingCode: string): string {
	const bare = typed.replace(/[^\d+]/g, '').replace(/^00/, '+');
	const digits = bare.startsWith('+') ? bare.slice(1) : bare.replace(/^0?(?=\d)/, callingCode);
	return /^\d{7,15}$/.test(digits) ? digits : '';
}

const codeLength = (digits: string): number => shortCodes.exec(digits)?.[0].length ?? 3;

/** Fields of a credential that count only together. */
const pairs = [
	['webhookUsername', 'webhookPassword'],
	['webhookHeaderName', 'webhookHeaderSecret'],
	['hmacHeader', 'webhookSecret'],
] as const;

/** The first pair of a credential of which one field is filled in: the names of both. */
export function halfFilled(
	credential: Readonly<Record<string, unknown>>,
): { set: string; empty: string } | undefined {
	for (const [one, other] of pairs) {
		// The secret of a provider that has no field for the header needs none.
		if (!(one in credential)) continue;
		const [hasOne, hasOther] = [Boolean(credential[one]), Boolean(credential[other])];
		if (hasOne && !hasOther) return { set: one, empty: other };
		if (hasOther && !hasOne) return { set: other, empty: one };
	}
	return undefined;
}

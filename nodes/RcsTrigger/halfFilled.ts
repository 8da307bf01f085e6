/** Two fields of a credential that count only together: names and labels. */
type Pair = readonly [Field, Field];
interface Field {
	name: string;
	label: string;
}

const pairs: readonly Pair[] = [
	[
		{ name: 'webhookUsername', label: 'Webhook Username' },
		{ name: 'webhookPassword', label: 'Webhook Password' },
	],
	[
		{ name: 'webhookHeaderName', label: 'Webhook Header Name' },
		{ name: 'webhookHeaderSecret', label: 'Webhook Header Value' },
	],
	[
		{ name: 'hmacHeader', label: 'Webhook HMAC Header' },
		{ name: 'webhookSecret', label: 'Webhook HMAC Secret' },
	],
];

/** The first pair of a credential of which one field is filled in: the labels of both. */
export function halfFilled(
	credential: Readonly<Record<string, unknown>>,
): { set: string; empty: string } | undefined {
	for (const [one, other] of pairs) {
		// The secret of a provider that has no field for the header needs none.
		if (!(one.name in credential)) continue;
		const [hasOne, hasOther] = [Boolean(credential[one.name]), Boolean(credential[other.name])];
		if (hasOne && !hasOther) return { set: one.label, empty: other.label };
		if (hasOther && !hasOne) return { set: other.label, empty: one.label };
	}
	return undefined;
}

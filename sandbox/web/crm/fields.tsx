const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

type Fields = Readonly<Record<string, string>>;

/** The groups of synced fields, by the words their labels begin or end with. The first that fits has the field. */
const groups: readonly (readonly [title: string, fits: RegExp])[] = [
	['Consent', /^RCS consent /],
	['Reach', /^RCS (phone|reachable)/],
	['Latest', /^RCS last /],
	['Counts', /^RCS .* count$/],
	['Other fields', /./],
];

/** The fields by group, in the groups' order: `{ Consent: { label: value } }`. Groups without fields are left out. */
export function grouped(fields: Fields): Record<string, Fields> {
	const found: Record<string, Fields> = {};
	for (const [title] of groups) {
		const own = Object.entries(fields).filter(([label]) => groupOf(label) === title);
		if (own.length > 0) found[title] = Object.fromEntries(own);
	}
	return found;
}

const groupOf = (label: string) => groups.find(([, fits]) => fits.test(label))?.[0];

/** A time that people can read, and others, too. */
export function Moment({ at }: { at: string }) {
	const words = new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
	return <time dateTime={at}>{words}</time>;
}

/** A value for people: times in their own time zone. */
export const Value = ({ of }: { of: string }) =>
	TIME.test(of) ? <Moment at={of} /> : <bdi>{of}</bdi>;

/** Labels and values below each other. */
export function FieldList({ fields }: { fields: Fields }) {
	return (
		<dl class="facts">
			{Object.entries(fields).flatMap(([label, value]) => [
				<dt key={`${label} label`}>{label}</dt>,
				<dd key={label}>
					<Value of={value} />
				</dd>,
			])}
		</dl>
	);
}

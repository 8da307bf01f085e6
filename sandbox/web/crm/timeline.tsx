import { Empty } from './empty';
import { Moment, Value } from './fields';
import type { CrmContact } from './lib/api';

type Entry = CrmContact['timeline'][number];

/** What happened, the newest first. */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
	if (entries.length === 0) return <Empty title="Nothing happened yet." />;
	return (
		<ol>
			{entries.map((entry, i) => (
				// Counted from the oldest, so that what is there stays what it is when something happens.
				<li key={entries.length - i}>
					<What {...entry} />
				</li>
			))}
		</ol>
	);
}

function What({ at, title, text, facts = {} }: Entry) {
	return (
		<>
			{at && <Moment at={at} />}
			<strong>{title}</strong>
			{text && <p dir="auto">{text}</p>}
			{Object.keys(facts).length > 0 && <FactList facts={facts} />}
		</>
	);
}

/** Beside each other, because there are many of them. */
function FactList({ facts }: { facts: Readonly<Record<string, string>> }) {
	return (
		<dl class="inline-facts">
			{Object.entries(facts).map(([label, value]) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>
						<Value of={value} />
					</dd>
				</div>
			))}
		</dl>
	);
}

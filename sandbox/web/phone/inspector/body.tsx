import type { TrafficBody } from '../lib/types';

/** JSON in lines of its own, anything else as it is. */
function pretty(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}

/** A body as it went over the wire, made readable. */
export function Body({ body, label }: { body: TrafficBody; label: string }) {
	if (body.text === '' && body.note === undefined) return <p class="soft">No body.</p>;
	return (
		<>
			<pre class="code" tabIndex={0} role="region" aria-label={label}>
				{pretty(body.text)}
			</pre>
			{body.note !== undefined && <p class="soft">{body.note}</p>}
		</>
	);
}

/** Headers, name by name; the one that signs stands out. */
export function Headers({
	headers,
	signature,
}: {
	headers: Readonly<Record<string, string>>;
	signature?: string | undefined;
}) {
	const all = Object.entries(headers);
	return (
		<details class="all-headers">
			<summary>
				{all.length} {all.length === 1 ? 'header' : 'headers'}
			</summary>
			<dl class="headers">
				{all.map(([name, value]) => {
					const signs = name.toLowerCase() === signature?.toLowerCase();
					return [
						<dt key={`${name} name`} class={signs ? 'signs' : ''}>
							{name}
							{signs && <span class="chip good">signature</span>}
						</dt>,
						<dd key={name}>{value}</dd>,
					];
				})}
			</dl>
		</details>
	);
}

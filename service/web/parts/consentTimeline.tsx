import type { ConsentProof, ConsentStatement } from '../../../core/consent/statement';
import { exactTime } from '../lib/format';
import { agentWords, purposeWords, sourceWords, stateWords, toneOf } from '../lib/words';
import { Chip } from './chip';

interface Props {
	statements: readonly ConsentStatement[];
	/** Ids of those that decide what holds. */
	deciding: ReadonlySet<string>;
}

/** What was stated, by whom, and what shows it. */
export function ConsentTimeline({ statements, deciding }: Props) {
	if (statements.length === 0) return <p class="soft">Nothing was stated yet.</p>;
	return (
		<ol class="timeline">
			{statements.map((statement) => (
				<li key={statement.id} class={toneOf(statement.state)}>
					<Entry statement={statement} decides={deciding.has(statement.id)} />
				</li>
			))}
		</ol>
	);
}

function Entry({ statement, decides }: { statement: ConsentStatement; decides: boolean }) {
	const { key, state, level, origin, source, occurredAt, recordedAt, proof } = statement;
	const confirmed = state === 'optedIn' && level === 'double' ? ', confirmed' : '';
	const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS;
	return (
		<>
			<p class="entry">
				<Chip tone={toneOf(state)}>{stateWords(state) + confirmed}</Chip>
				<time dateTime={occurredAt}>{exactTime(occurredAt)}</time>
				{decides && <Chip tone="quiet">Holds now</Chip>}
			</p>
			<p>
				{purposeWords(key.purpose)} · {agentWords(key.agent)}
			</p>
			<p>
				Stated by {origin === 'person' ? 'the person' : 'somebody who works with the record'}.
				Source: {sourceWords(source)}.
			</p>
			{isLate && <p class="soft">Recorded {exactTime(recordedAt)}</p>}
			{proof && <Proof {...proof} />}
		</>
	);
}

/** Less than this between the statement and its record is not worth a word. */
const LATE_MS = 60_000;

function Proof({ text, language, messageId, url, actor, consentedAt }: ConsentProof) {
	const facts: (readonly [label: string, value: string | undefined])[] = [
		['Entered by', actor],
		['Agreed on', consentedAt === undefined ? undefined : exactTime(consentedAt)],
		['Language', language],
		['Message', messageId],
		['Page', url],
	];
	return (
		<div class="proof">
			{text !== undefined && <blockquote dir="auto">{text}</blockquote>}
			<dl class="facts">
				{facts.map(([label, value]) =>
					value === undefined ? null : (
						<div key={label}>
							<dt>{label}</dt>
							<dd>
								<bdi>{value}</bdi>
							</dd>
						</div>
					),
				)}
			</dl>
		</div>
	);
}

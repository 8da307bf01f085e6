import type { ConsentProof, ConsentStatement } from '../../../core/consent/statement';
import { exactTime } from '../lib/format';
import { agentWords, purposeWords, sourceWords, stateWords, toneOf } from '../lib/words';
import { Chip } from './chip';

/** What was stated, by whom, and what shows it. */
export function ConsentTimeline({ statements }: { statements: readonly ConsentStatement[] }) {
	if (statements.length === 0) return <p class="soft">Nothing was stated yet.</p>;
	return (
		<ol class="timeline">
			{statements.map((statement) => (
				<li key={statement.id} class={toneOf(statement.state)}>
					<Entry statement={statement} />
				</li>
			))}
		</ol>
	);
}

function Entry({ statement }: { statement: ConsentStatement }) {
	const { key, state, level, origin, source, occurredAt, recordedAt, proof } = statement;
	const confirmed = state === 'optedIn' && level === 'double' ? ', confirmed' : '';
	const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > 60_000;
	return (
		<>
			<p class="entry">
				<Chip tone={toneOf(state)}>{stateWords(state) + confirmed}</Chip>
				<time dateTime={occurredAt}>{exactTime(occurredAt)}</time>
			</p>
			<p>
				{purposeWords(key.purpose)},{' '}
				{agentWords(key.agent).toLowerCase() === 'all agents' ? 'all agents' : key.agent}
				{' · '}
				{origin === 'person' ? 'by the person' : 'by somebody here'}, told by {sourceWords(source)}
			</p>
			{isLate && <p class="soft">Recorded {exactTime(recordedAt)}</p>}
			{proof && <Proof {...proof} />}
		</>
	);
}

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
			{text !== undefined && <blockquote>{text}</blockquote>}
			<dl class="facts">
				{facts.map(([label, value]) =>
					value === undefined ? null : (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					),
				)}
			</dl>
		</div>
	);
}

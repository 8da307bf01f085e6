import type { CrmsAnswer } from '../lib/crms';
import type { DeadLetter, DeadLettersAnswer } from '../lib/deadLetters';
import { ago, count } from '../lib/format';
import { type Asked, useAsk } from '../lib/useAsk';
import { useSelection } from '../lib/useSelection';
import { Chip } from './chip';
import { Empty } from './empty';
import { Panel } from './panel';
import { ReplayBar } from './replayBar';
import { selectColumn } from './selectColumn';
import { Shown } from './shown';
import { type Column, Table } from './table';

interface Props {
	/** Only those of this CRM. */
	connection: string | undefined;
	crms: Asked<CrmsAnswer>;
}

/** Contacts that a CRM did not take, and why. */
export function CrmDeadLetters({ connection, crms }: Props) {
	const asked = useAsk<DeadLettersAnswer>('/v1/page/dead-letters');
	const done = async () => {
		await Promise.all([asked.reload(), crms.reload()]);
	};
	return (
		<Panel
			title="Not written to a CRM"
			about="Nothing is lost: what belongs to these contacts stays here until it is replayed or discarded."
		>
			<Shown asked={asked}>
				{({ deadLetters, count: all }) =>
					all === 0 ? (
						<Empty title="None. Every contact was written." />
					) : (
						<Letters
							letters={deadLetters.filter(
								(one) => connection === undefined || one.connection === connection,
							)}
							all={all}
							onDone={done}
						/>
					)
				}
			</Shown>
		</Panel>
	);
}

interface LettersProps {
	letters: readonly DeadLetter[];
	all: number;
	onDone(): Promise<void>;
}

function Letters({ letters, all, onDone }: LettersProps) {
	const selection = useSelection();
	return (
		<>
			<ReplayBar
				path="/v1/page/dead-letters"
				one="contact"
				all={all}
				selection={selection}
				onDone={onDone}
			/>
			<Table
				caption="Contacts that a CRM did not take"
				columns={[selectColumn(selection, letters, ({ phone }) => phone), ...columns]}
				rows={letters}
				keyOf={({ id }) => String(id)}
			/>
			{letters.length < all && (
				<p class="soft">
					The newest {count(letters.length)} of {count(all)}.
				</p>
			)}
		</>
	);
}

const statuses = {
	failed: 'Refused',
	unmatched: 'No record',
	ambiguous: 'Several records',
};

const advices = {
	failed: 'Correct it in the CRM, then replay.',
	unmatched:
		'Add the number to a contact in the CRM, then replay. The next event tries again by itself.',
	ambiguous: 'Leave the number on one contact only, or merge them, then replay.',
};

const columns: Column<DeadLetter>[] = [
	{
		head: 'Contact',
		heads: true,
		cell: ({ phone, connection }) => (
			<>
				{phone}
				<span class="soft block">{connection}</span>
			</>
		),
	},
	{ head: 'State', cell: ({ status }) => <Chip tone="warn">{statuses[status]}</Chip> },
	{
		head: 'Why, and what to do',
		class: 'text',
		cell: ({ reasons, status }) => (
			<ul class="reasons">
				{reasons.map(({ reason, field, code, advice }) => (
					<li key={reason}>
						{reason}
						{(field ?? code) !== undefined && (
							<span class="soft block">
								{[field && `Field ${field}`, code].filter(Boolean).join(' · ')}
							</span>
						)}
						<span class="block advice">{advice ?? advices[status]}</span>
					</li>
				))}
			</ul>
		),
	},
	{ head: 'Tries', number: true, cell: ({ attempts }) => count(attempts) },
	{ head: 'Last', class: 'when', cell: ({ lastAt }) => ago(lastAt) },
];

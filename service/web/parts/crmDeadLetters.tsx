import type { DeadLetter, DeadLetters } from '../../sync/deadLetterReview';
import type { CrmsAnswer } from '../lib/crms';
import { ago, count } from '../lib/format';
import { replaceRoute, type Route } from '../lib/route';
import { type Action, useAction } from '../lib/useAction';
import { type Asked, useAsk } from '../lib/useAsk';
import { useKept } from '../lib/useKept';
import { usePages } from '../lib/usePages';
import { useSelection } from '../lib/useSelection';
import { Chip } from './chip';
import { Choice } from './choice';
import { Empty } from './empty';
import { Outcome } from './notice';
import { Paging } from './paging';
import { Panel } from './panel';
import { ReplayBar } from './replayBar';
import { selectColumn } from './selectColumn';
import { Shown } from './shown';
import { type Column, Table } from './table';

const statuses = {
	failed: 'Refused',
	unmatched: 'No record',
	ambiguous: 'Several records',
};
type Status = keyof typeof statuses;

interface Props {
	/** `connection` and `status` choose some of them. */
	route: Route;
	crms: Asked<CrmsAnswer>;
}

/** Contacts that a CRM did not take, and why. */
export function CrmDeadLetters({ route, crms }: Props) {
	const { connection, status } = route.params;
	const pages = usePages();
	const { before } = pages;
	const which = { ...(connection && { connection }), ...(status && { status }) };
	const query = new URLSearchParams({ ...which, ...(before && { before: String(before) }) });
	const asked = useAsk<DeadLetters>(`/v1/page/dead-letters?${query.toString()}`);
	const kept = useKept(asked.data);
	const action = useAction();
	const done = async () => {
		await Promise.all([asked.reload(), crms.reload()]);
	};
	const choose = (params: Readonly<Record<string, string>>) => {
		pages.newest();
		replaceRoute(route.section, params);
	};
	const about =
		'Nothing is lost: what belongs to these contacts stays here until it is replayed or discarded.';
	return (
		<Panel title={`Not written to ${connection ?? 'a CRM'}`} about={about}>
			{kept && (
				<StatusChoice
					counts={kept.counts}
					status={status ?? ''}
					onChoose={(chosen) =>
						choose({ ...(connection && { connection }), ...(chosen && { status: chosen }) })
					}
				/>
			)}
			<Outcome action={action} />
			<Shown asked={asked}>
				{({ counts, items }) =>
					items.length === 0 ? (
						<Empty title={whyNone(before, allOf(counts, undefined))} />
					) : (
						<Letters
							items={items}
							all={allOf(counts, status)}
							which={which}
							action={action}
							onDone={done}
						/>
					)
				}
			</Shown>
			<Paging next={asked.data?.next} pages={pages} turning={asked.loading && kept !== undefined} />
		</Panel>
	);
}

type Counts = DeadLetters['counts'];

function whyNone(before: number | undefined, all: number): string {
	if (before !== undefined) return 'There are no older ones.';
	return all > 0 ? 'There are none of these.' : 'None. Every contact was written.';
}

function allOf(counts: Counts, status: string | undefined): number {
	return isStatus(status) ? counts[status] : counts.failed + counts.unmatched + counts.ambiguous;
}

function isStatus(status: string | undefined): status is Status {
	return status !== undefined && Object.hasOwn(statuses, status);
}

interface StatusChoiceProps {
	counts: Counts;
	status: string;
	onChoose(status: string): void;
}

function StatusChoice({ counts, status, onChoose }: StatusChoiceProps) {
	const options = Object.entries(statuses).map(
		([name, label]) => [name, `${label} (${count(allOf(counts, name))})`] as const,
	);
	return (
		<Choice
			label="Which"
			options={[['', `All (${count(allOf(counts, undefined))})`], ...options]}
			value={status}
			onChange={onChoose}
		/>
	);
}

interface LettersProps {
	items: readonly DeadLetter[];
	all: number;
	which: Readonly<Record<string, string>>;
	action: Action;
	onDone(): Promise<void>;
}

function Letters({ items, all, which, action, onDone }: LettersProps) {
	const selection = useSelection(items.map(({ id }) => id));
	return (
		<>
			<ReplayBar
				path="/v1/page/dead-letters"
				one="contact"
				all={all}
				which={which}
				selection={selection}
				action={action}
				onDone={onDone}
			/>
			<Table
				caption="Contacts that a CRM did not take"
				stacks
				columns={[selectColumn(selection, items, ({ phone }) => phone), ...columns]}
				rows={items}
				keyOf={({ id }) => String(id)}
			/>
		</>
	);
}

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
	{ head: 'Why, and what to do', class: 'text', cell: (letter) => <Why {...letter} /> },
	{ head: 'Waiting', number: true, cell: ({ waiting }) => count(waiting) },
	{ head: 'Tries', number: true, cell: ({ attempts }) => count(attempts) },
	{ head: 'Last', class: 'when', cell: ({ lastAt }) => ago(lastAt) },
];

function Why({ reasons, advice }: DeadLetter) {
	return (
		<>
			{reasons.map(({ reason, field, code }) => (
				<p key={`${reason} ${field} ${code}`}>
					{reason}
					<span class="soft block">
						{[field && `Field ${field}`, code].filter(Boolean).join(' · ')}
					</span>
				</p>
			))}
			<p class="todo">{advice}</p>
		</>
	);
}

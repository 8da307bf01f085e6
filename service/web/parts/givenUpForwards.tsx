import type { ForwardReview } from '../../ingest/forwardReview';
import { ago, count, time } from '../lib/format';
import { type Action, useAction } from '../lib/useAction';
import { useAsk } from '../lib/useAsk';
import { useKept } from '../lib/useKept';
import { usePages } from '../lib/usePages';
import { useSelection } from '../lib/useSelection';
import { Empty } from './empty';
import { Notice, Outcome } from './notice';
import { Paging } from './paging';
import { Panel } from './panel';
import { ReplayBar } from './replayBar';
import { selectColumn } from './selectColumn';
import { Shown } from './shown';
import { type Column, Table } from './table';

type GivenUp = ForwardReview['givenUp']['items'][number];
type Target = ForwardReview['targets'][number];

/** Webhooks that could not be handed on, and targets that do not take them at the moment. */
export function GivenUpForwards() {
	const pages = usePages();
	const { before } = pages;
	const asked = useAsk<ForwardReview>(`/v1/page/forwards${before ? `?before=${before}` : ''}`);
	const action = useAction();
	const kept = useKept(asked.data);
	return (
		<Panel
			title="Webhooks that were not handed on"
			about="Given up after a day of trying. Replay them when the target works again."
		>
			<Outcome action={action} />
			<Shown asked={asked}>
				{({ targets, givenUp }) => (
					<>
						{targets.map((target) => (
							<Trouble key={target.target} {...target} />
						))}
						{givenUp.items.length === 0 ? (
							<Empty title={before ? 'There are no older ones.' : 'None.'} />
						) : (
							<Letters
								items={givenUp.items}
								all={givenUp.count}
								action={action}
								onDone={asked.reload}
							/>
						)}
					</>
				)}
			</Shown>
			<Paging
				next={asked.data?.givenUp.next}
				pages={pages}
				turning={asked.loading && kept !== undefined}
			/>
		</Panel>
	);
}

function Trouble({ target, waiting, oldestAt, trouble }: Target) {
	if (!trouble) return null;
	return (
		<Notice tone="warn" title={`${count(waiting)} wait for ${target}`}>
			<p>
				{trouble.reason}. The oldest came {ago(oldestAt)}. Tried again at {time(trouble.waitUntil)}.
			</p>
		</Notice>
	);
}

interface LettersProps {
	items: readonly GivenUp[];
	all: number;
	action: Action;
	onDone(): Promise<void>;
}

function Letters({ items, all, action, onDone }: LettersProps) {
	const selection = useSelection(items.map(({ id }) => id));
	const columns: Column<GivenUp>[] = [
		selectColumn(selection, items, ({ id }) => `webhook ${id}`),
		{ head: 'Target', heads: true, class: 'text', cell: ({ target }) => target },
		{ head: 'Why', class: 'text', cell: ({ reason }) => reason },
		{ head: 'Connection', cell: ({ connection }) => connection },
		{ head: 'Tries', number: true, cell: ({ attempts }) => count(attempts) },
		{ head: 'Came', class: 'when', cell: ({ receivedAt }) => time(receivedAt) },
	];
	return (
		<>
			<ReplayBar
				path="/v1/page/forwards"
				one="webhook"
				all={all}
				selection={selection}
				action={action}
				onDone={onDone}
			/>
			<Table
				caption="Webhooks that were given up"
				stacks
				columns={columns}
				rows={items}
				keyOf={({ id }) => String(id)}
			/>
		</>
	);
}

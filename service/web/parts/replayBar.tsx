import { useState } from 'preact/hooks';
import { ask } from '../lib/api';
import { counted } from '../lib/format';
import type { Action } from '../lib/useAction';
import type { Selection } from '../lib/useSelection';
import { Button } from './button';
import { Confirm } from './confirm';

interface Props {
	/** Under it are `replay` and `discard`. */
	path: string;
	/** What one of them is. */
	one: string;
	/** How many there are, also those that are not shown. */
	all: number;
	/** Which `all` are meant, besides all. */
	which?: Readonly<Record<string, string>>;
	selection: Selection;
	/** How it goes is told by whoever shows the bar, which goes away with the last row. */
	action: Action;
	onDone(): Promise<void>;
}

/** What can be done with chosen rows, or with all. */
export function ReplayBar({ path, one, all, which = {}, selection, action, onDone }: Props) {
	// Of those it asks about, whatever is shown by the time somebody has answered.
	const [asks, setAsks] = useState<readonly number[]>();
	const chosen = selection.ids.length;
	const act = (what: 'replay' | 'discard', body: object, words: string) =>
		action.run(async () => {
			const answer = await ask<Record<string, number>>(`${path}/${what}`, body);
			selection.clear();
			await onDone();
			return `${counted(answer[`${what}ed`] ?? 0, one)} ${words}`;
		});
	const discard = (ids: readonly number[]) => {
		setAsks(undefined);
		void act('discard', { ids }, 'discarded.');
	};
	return (
		<>
			<div class="actions">
				<Button
					off={chosen === 0 || action.busy}
					onClick={() => void act('replay', { ids: selection.ids }, 'tried again.')}
				>
					Replay Chosen
				</Button>
				<Button
					off={action.busy}
					onClick={() => void act('replay', { all: true, ...which }, 'tried again.')}
				>
					Replay All ({all})
				</Button>
				<Button
					kind="danger"
					off={chosen === 0 || action.busy}
					onClick={() => setAsks(selection.ids)}
				>
					Discard Chosen …
				</Button>
			</div>
			{asks && (
				<Confirm
					title={`Discard ${counted(asks.length, one)}?`}
					confirm="Discard"
					onConfirm={() => discard(asks)}
					onCancel={() => setAsks(undefined)}
				>
					<p>They are not tried again. This cannot be undone.</p>
				</Confirm>
			)}
		</>
	);
}

import { useState } from 'preact/hooks';
import { ask } from '../lib/api';
import { counted } from '../lib/format';
import { useAction } from '../lib/useAction';
import type { Selection } from '../lib/useSelection';
import { Confirm } from './confirm';
import { Outcome } from './notice';

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
	onDone(): Promise<void>;
}

/** What can be done with chosen rows, or with all. */
export function ReplayBar({ path, one, all, which = {}, selection, onDone }: Props) {
	const action = useAction();
	const [asks, setAsks] = useState(false);
	const chosen = selection.ids.length;
	const act = (what: 'replay' | 'discard', body: object, words: string) =>
		action.run(async () => {
			const answer = await ask<Record<string, number>>(`${path}/${what}`, body);
			selection.clear();
			await onDone();
			return `${counted(answer[`${what}ed`] ?? 0, one)} ${words}`;
		});
	const discard = () => {
		setAsks(false);
		void act('discard', { ids: selection.ids }, 'discarded.');
	};
	return (
		<>
			<div class="actions">
				<button
					type="button"
					class="button"
					disabled={chosen === 0 || action.busy}
					onClick={() => act('replay', { ids: selection.ids }, 'tried again.')}
				>
					Replay Chosen
				</button>
				<button
					type="button"
					class="button"
					disabled={action.busy}
					onClick={() => act('replay', { all: true, ...which }, 'tried again.')}
				>
					Replay All ({all})
				</button>
				<button
					type="button"
					class="button danger"
					disabled={chosen === 0 || action.busy}
					onClick={() => setAsks(true)}
				>
					Discard Chosen …
				</button>
			</div>
			<Outcome action={action} />
			{asks && (
				<Confirm
					title={`Discard ${counted(chosen, one)}?`}
					confirm="Discard"
					onConfirm={discard}
					onCancel={() => setAsks(false)}
				>
					<p>They are not tried again. This cannot be undone.</p>
				</Confirm>
			)}
		</>
	);
}

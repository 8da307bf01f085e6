import { useState } from 'preact/hooks';
import { ask } from '../lib/api';
import { download } from '../lib/download';
import { useAction } from '../lib/useAction';
import { Button } from './button';
import { Confirm } from './confirm';
import { Notice, Outcome } from './notice';
import { OptOutForm } from './optOutForm';
import { Panel } from './panel';

interface Props {
	phone: string;
	/** Those that something was stated about. */
	purposes: readonly string[];
	onChanged(): Promise<void>;
}

interface Erasure {
	erased: Record<string, number>;
	optOutsKept: number;
	remains: string[];
}

/** What can be done for a person: an opt-out by hand, a copy of the record, an erasure. */
export function ConsentActions({ phone, purposes, onChanged }: Props) {
	const action = useAction();
	const [asks, setAsks] = useState(false);
	const [erasure, setErasure] = useState<Erasure>();
	const exportRecord = () =>
		action.run(async () => {
			download('consent-record.json', await ask('/v1/consent/export', { phone }));
			return 'The record was saved as consent-record.json.';
		});
	const erase = () => {
		setAsks(false);
		void action.run(async () => {
			setErasure(await ask<Erasure>('/v1/consent/erase', { phone }));
			await onChanged();
			return undefined;
		});
	};
	return (
		<Panel title="For this person">
			<OptOutForm phone={phone} purposes={purposes} onRecorded={onChanged} />
			<div class="actions">
				<Button off={action.busy} onClick={() => void exportRecord()}>
					Export the Record
				</Button>
				<Button kind="danger" off={action.busy} onClick={() => setAsks(true)}>
					Erase …
				</Button>
			</div>
			<Outcome action={action} />
			{erasure && <Erased {...erasure} />}
			{asks && (
				<Confirm
					title="Erase this person?"
					confirm="Erase"
					typed={{ label: `Type ${phone} to confirm`, text: phone }}
					onConfirm={erase}
					onCancel={() => setAsks(false)}
				>
					<p>
						Deletes the consent history, messages and events of {phone} here. An opt-out stays in
						force: the number is kept as a code that cannot be read back. This cannot be undone.
					</p>
				</Confirm>
			)}
		</Panel>
	);
}

function Erased({ erased, optOutsKept, remains }: Erasure) {
	const all = Object.values(erased).reduce((sum, n) => sum + n, 0);
	return (
		<Notice tone="good" title={all === 0 ? 'There was nothing to erase.' : `Erased ${all} rows.`}>
			{optOutsKept > 0 && <p>The opt-out stays in force.</p>}
			<p>What this service cannot delete:</p>
			<ul>
				{remains.map((words) => (
					<li key={words}>{words}</li>
				))}
			</ul>
		</Notice>
	);
}

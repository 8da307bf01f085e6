import { time } from '../lib/format';
import type { ToldConsent } from '../../ledger/consents';
import { agentWords, purposeWords, sourceWords, stateWords, toneOf } from '../lib/words';
import { Chip } from './chip';
import { Empty } from './empty';
import { type Column, Table } from './table';

/** What holds for each agent and purpose. */
export function ConsentStates({ consents }: { consents: readonly ToldConsent[] }) {
	if (consents.every(({ state }) => state === 'none'))
		return (
			<Empty title="Nobody stated anything about this number.">
				<p>Without an opt-in, promotional messages are not sent to it.</p>
			</Empty>
		);
	return (
		<Table
			caption="Consent that holds now"
			stacks
			columns={columns}
			rows={consents}
			keyOf={({ agent, purpose }) => `${agent} ${purpose}`}
		/>
	);
}

const columns: Column<ToldConsent>[] = [
	{ head: 'Purpose', heads: true, cell: ({ purpose }) => purposeWords(purpose) },
	{ head: 'Agent', cell: ({ agent }) => agentWords(agent) },
	{ head: 'State', cell: ({ state }) => <Chip tone={toneOf(state)}>{stateWords(state)}</Chip> },
	{ head: 'Since', class: 'when', cell: ({ since }) => (since === undefined ? '–' : time(since)) },
	{ head: 'Source', cell: ({ source }) => (source === undefined ? '–' : sourceWords(source)) },
];

import { useContext, useState } from 'preact/hooks';
import { ask } from '../lib/api';
import type { History } from '../../ledger/history';
import { countryWords } from '../lib/format';
import { Session } from '../lib/session';
import { useAction } from '../lib/useAction';
import { ConsentActions } from '../parts/consentActions';
import { ConsentStates } from '../parts/consentStates';
import { ConsentTimeline } from '../parts/consentTimeline';
import { LookUp } from '../parts/lookUp';
import { Notice, Outcome } from '../parts/notice';
import { Panel } from '../parts/panel';

/** What a person agreed to, since when, and what shows it. */
export function ConsentLookUp() {
	const { may, token } = useContext(Session);
	const [history, setHistory] = useState<History>();
	const action = useAction();
	if (!may.includes('consent'))
		return (
			<Notice tone="quiet" title={`The token “${token}” may not see consent.`}>
				<p>
					Add <code>consent</code> to its <code>may</code> in the configuration, or log in with
					another one.
				</p>
			</Notice>
		);
	const load = async (phone: string) =>
		setHistory(await ask<History>('/v1/consent/history', { phone }));
	const look = (phone: string) =>
		action.run(async () => {
			setHistory(undefined);
			await load(phone);
			return undefined;
		});
	return (
		<>
			<Panel title="Look a person up">
				<LookUp
					label="Phone number"
					hint="+447700900123"
					keys="tel"
					busy={action.busy}
					onLook={(phone) => void look(phone)}
				/>
				<Outcome action={action} />
			</Panel>
			{history && <Person history={history} onChanged={() => load(history.phone)} />}
		</>
	);
}

function Person({ history, onChanged }: { history: History; onChanged(): Promise<void> }) {
	const { phone, countries, consents, statements } = history;
	const deciding = new Set(consents.flatMap(({ statementId }) => statementId ?? []));
	const purposes = new Set(statements.map(({ key }) => key.purpose));
	return (
		<div class="person">
			<Panel title={phone} about={`${countryWords(countries)}. What holds now.`}>
				<ConsentStates consents={consents} />
			</Panel>
			<ConsentActions key={phone} phone={phone} purposes={[...purposes]} onChanged={onChanged} />
			<Panel
				title="History"
				about="Everything that was stated, the latest first. A person’s own word counts more than what others enter."
			>
				<ConsentTimeline statements={statements} deciding={deciding} />
			</Panel>
		</div>
	);
}

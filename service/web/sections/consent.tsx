import { useContext, useRef, useState } from 'preact/hooks';
import { ask, asProblem, type Problem } from '../lib/api';
import type { History } from '../../ledger/history';
import { countryWords } from '../lib/format';
import { Session } from '../lib/session';
import { turns } from '../lib/turns';
import { useAction } from '../lib/useAction';
import { ConsentActions } from '../parts/consentActions';
import { ConsentStates } from '../parts/consentStates';
import { ConsentTimeline } from '../parts/consentTimeline';
import { LookUp } from '../parts/lookUp';
import { Notice, Outcome, ProblemNotice } from '../parts/notice';
import { Panel } from '../parts/panel';

type Look = ReturnType<typeof turns>;

/** A person, and the look-up that they were found by. */
interface LookedUp {
	history: History;
	look: Look;
}

/** What a person agreed to, since when, and what shows it. */
export function ConsentLookUp() {
	const { may, token, onEnded } = useContext(Session);
	const [person, setPerson] = useState<LookedUp>();
	const [problem, setProblem] = useState<Problem>();
	const latest = useRef<Look>(undefined);
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
	// What was done for one person may be told only when another one is looked at.
	const load = async (phone: string, look: Look) => {
		const isNews = look();
		const history = await ask<History>('/v1/consent/history', { phone });
		if (latest.current === look && isNews()) setPerson({ history, look });
	};
	const lookUp = (phone: string) =>
		action.run(async () => {
			setPerson(undefined);
			setProblem(undefined);
			latest.current = turns();
			await load(phone, latest.current);
			return undefined;
		});
	const again = async ({ history: { phone }, look }: LookedUp) => {
		try {
			await load(phone, look);
		} catch (error) {
			const problem = asProblem(error);
			if (problem.status === 401) onEnded();
			if (latest.current === look) setProblem(problem);
		}
	};
	return (
		<>
			<Panel title="Look a person up">
				<LookUp
					label="Phone number"
					hint="+447700900123"
					keys="tel"
					busy={action.busy}
					onLook={(phone) => void lookUp(phone)}
				/>
				<Outcome action={action} />
				{problem && <ProblemNotice problem={problem} />}
			</Panel>
			{person && <Person history={person.history} onChanged={() => again(person)} />}
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

import type { CrmHealth, CrmsAnswer } from '../lib/crms';
import { ask } from '../lib/api';
import { ago, count, duration, time } from '../lib/format';
import { linkTo } from '../lib/route';
import { useAction } from '../lib/useAction';
import type { Asked } from '../lib/useAsk';
import type { Tone } from '../lib/words';
import { Button } from './button';
import { Chip } from './chip';
import { Notice, Outcome } from './notice';
import { Shown } from './shown';

/** How it goes with each CRM, and what to do where it does not go on by itself. */
export function CrmCards({ crms }: { crms: Asked<CrmsAnswer> }) {
	return (
		<Shown asked={crms}>
			{({ crms: all }) =>
				all.length === 0 ? (
					<Notice tone="quiet" title="No CRM is configured.">
						<p>
							Events and consent are kept here. To have them in HubSpot or Salesforce too, add an
							account under <code>crms</code> in the configuration.
						</p>
					</Notice>
				) : (
					<ul class="cards">
						{all.map((crm) => (
							<li key={crm.connection}>
								<CrmCard crm={crm} onTried={crms.reload} />
							</li>
						))}
					</ul>
				)
			}
		</Shown>
	);
}

const titles: Readonly<Record<NonNullable<CrmHealth['paused']>, string>> = {
	reauth: 'Access has ended',
	setup: 'Something is missing in the CRM',
	park: 'No calls left for now',
	outage: 'The CRM does not answer',
};

function CrmCard({ crm, onTried }: { crm: CrmHealth; onTried(): Promise<void> }) {
	const { connection, lagSeconds, waiting, urgent, dead, calls, lastSuccessAt } = crm;
	const [tone, words] = stateOf(crm);
	return (
		<article class={`card crm ${tone}`} aria-label={connection}>
			<header>
				<h2>
					{connection} <span class="soft">{crm.crm}</span>
				</h2>
				<Chip tone={tone}>{words}</Chip>
			</header>
			{crm.paused && <Paused crm={crm} onTried={onTried} />}
			{newsIn(crm).map(({ problem, advice }) => (
				<Notice key={problem} tone="warn" title={problem}>
					<p>{advice}</p>
				</Notice>
			))}
			<dl class="facts">
				<dt>Behind</dt>
				<dd>{duration(lagSeconds)}</dd>
				<dt>Waiting</dt>
				<dd>
					{count(waiting)}
					{urgent > 0 && ` (${count(urgent)} urgent)`}
				</dd>
				<dt>Dead letters</dt>
				<dd>
					{dead === 0 ? 'None' : <a href={linkTo('dead-letters', { connection })}>{count(dead)}</a>}
				</dd>
				<dt>Calls today</dt>
				<dd>
					{count(calls.today)}
					{calls.budget !== undefined && ` of ${count(calls.budget)}`}
				</dd>
				<dt>Last written</dt>
				<dd>{lastSuccessAt ? ago(lastSuccessAt) : 'Never'}</dd>
			</dl>
		</article>
	);
}

function Paused({ crm, onTried }: { crm: CrmHealth; onTried(): Promise<void> }) {
	const action = useAction();
	const { connection, crm: name, paused, pausedUntil, reason, advice } = crm;
	const tryAgain = () =>
		action.run(async () => {
			await ask(`/v1/page/crms/${encodeURIComponent(connection)}/resume`, {});
			await onTried();
			return 'Tried again. If nothing changed, it stays as it was.';
		});
	return (
		<>
			<Notice tone={paused === 'park' ? 'warn' : 'bad'} title={titles[paused ?? 'outage']}>
				{advice && <p>{advice}</p>}
				{reason && (
					<p class="soft">
						{name} says: “{reason}”
					</p>
				)}
				<div class="actions">
					<Button kind="main" off={action.busy} onClick={() => void tryAgain()}>
						Try Again
					</Button>
					{pausedUntil && <span class="soft">By itself at {time(pausedUntil)}</span>}
				</div>
			</Notice>
			<Outcome action={action} />
		</>
	);
}

/** Problems that are more than what it is paused for. */
function newsIn({ problems, reason }: CrmHealth): CrmHealth['problems'] {
	return problems.filter(({ problem }) => !reason || !problem.includes(reason));
}

function stateOf({ paused, waiting, lagSeconds }: CrmHealth): [Tone, string] {
	if (paused === 'park') return ['warn', 'Waits'];
	if (paused) return ['bad', 'Paused'];
	if (waiting === 0) return ['good', 'Up to date'];
	return lagSeconds > 300 ? ['warn', 'Behind'] : ['good', 'Writing'];
}

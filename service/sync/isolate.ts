import type { CrmRun } from '../../connectors/execute';
import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import type { ContactWrite } from '../../connectors/contactWrites';
import type { ToWrite } from './contactsToWrite';
import type { Obstacle } from './verdict';
import { refused, writeToCrm, type Written } from './writeToCrm';

/** After so many outages in a row it is looked whether a contact is the reason. */
export const ISOLATE_AFTER = 4;

/** Without anything that was written between them, so many more failures than it takes to come to one contact are an outage. */
const MORE_FAILURES = 4;
const MOST_FAILURES = 60;

/**
 * Writes contacts where the CRM seems to be down: by halves, so that one at which it fails holds up nobody
 * else. Whoever is alone and fails, twice, is given up where the CRM took others meanwhile; where it takes
 * nobody, it is down, and nobody is given up.
 */
export async function isolate(run: CrmRun, toWrite: ToWrite): Promise<Written> {
	const once = { ...run, retries: 0 };
	const outcomes = new Map<string, PhoneOutcome>();
	const suspects: ContactWrite[] = [];
	const parts = [toWrite.writes];
	const most = Math.ceil(Math.log2(Math.max(1, toWrite.writes.length))) + MORE_FAILURES;
	let obstacle: Obstacle | undefined;
	let [failures, inARow] = [0, 0];
	for (let part = parts.pop(); part; part = parts.pop()) {
		const written = await writeToCrm(once, { ...toWrite, writes: part });
		for (const outcome of written.outcomes) outcomes.set(outcome.phone, outcome);
		if (!written.obstacle) {
			inARow = 0;
			continue;
		}
		obstacle = written.obstacle;
		failures += 1;
		inARow += 1;
		if (obstacle.kind !== 'outage' || inARow > most || failures > MOST_FAILURES) break;
		const [only, ...others] = part;
		if (only && others.length === 0) suspects.push(only);
		else parts.push(...halvesOf(part));
	}
	const takesOthers = [...outcomes.values()].some(wasTaken);
	const isWhole = parts.length === 0 && obstacle?.kind !== 'reauth' && obstacle?.kind !== 'park';
	if (!takesOthers) return { outcomes: [...outcomes.values()], ...(obstacle ? { obstacle } : {}) };
	for (const suspect of suspects) outcomes.set(suspect.phone, await judge(run, toWrite, suspect));
	const left = isWhole ? undefined : obstacle;
	return { outcomes: [...outcomes.values()], ...(left ? { obstacle: left } : {}) };
}

/** The one that is tried next is the last. */
function halvesOf(part: readonly ContactWrite[]): ContactWrite[][] {
	const middle = Math.ceil(part.length / 2);
	return [part.slice(middle), part.slice(0, middle)];
}

function wasTaken({ status, failures }: PhoneOutcome): boolean {
	return failures.length === 0 && (status === 'written' || status === 'created');
}

/** What becomes of a contact at which the CRM failed although it takes others. */
async function judge(run: CrmRun, toWrite: ToWrite, suspect: ContactWrite): Promise<PhoneOutcome> {
	const { outcomes, obstacle } = await writeToCrm(run, { ...toWrite, writes: [suspect] });
	const [outcome] = outcomes;
	if (outcome && !obstacle) return outcome;
	const message = obstacle?.reason ?? 'It does not answer';
	return refused(suspect.phone, {
		message: `${run.crm.displayName} fails at this contact alone: ${message}`,
		category: 'validation',
		advice: `Look at the record in ${run.crm.displayName}, or ask its support with the time of this letter; then replay it.`,
	});
}

import type { CrmRun } from '../../connectors/execute';
import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import { writeContacts } from '../../connectors/writeBack';
import { type ProviderError, RcsError } from '../../core/errors';
import { defined } from '../../core/json';
import type { ToWrite } from './contactsToWrite';
import { type Obstacle, obstacleIn, obstacleOfError } from './verdict';

/** What became of contacts; those that are not among the outcomes were not reached. */
export interface Written {
	outcomes: PhoneOutcome[];
	obstacle?: Obstacle;
}

/**
 * Writes contacts to a CRM. A question that the CRM refuses because of one of them is asked again about
 * half of them each, until that one is alone.
 */
export async function writeToCrm(run: CrmRun, toWrite: ToWrite): Promise<Written> {
	const { writes, happened } = toWrite;
	try {
		const outcomes = await writeContacts(run, writes, happened);
		return { outcomes, ...defined({ obstacle: obstacleIn(outcomes) }) };
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		const obstacle = obstacleOfError(error.detail);
		if (obstacle) return { outcomes: [], obstacle };
		const [only, ...others] = writes;
		if (only && others.length === 0) return { outcomes: [refused(only.phone, error.detail)] };
		return writeHalves(run, toWrite);
	}
}

async function writeHalves(run: CrmRun, { writes, happened }: ToWrite): Promise<Written> {
	const middle = Math.ceil(writes.length / 2);
	const first = await writeToCrm(run, { writes: writes.slice(0, middle), happened });
	if (first.obstacle) return first;
	const second = await writeToCrm(run, { writes: writes.slice(middle), happened });
	return { ...second, outcomes: [...first.outcomes, ...second.outcomes] };
}

/** The outcome of a contact that the CRM refuses for good. */
export function refused(
	phone: string,
	error: Pick<ProviderError, 'message' | 'code' | 'category' | 'advice'>,
): PhoneOutcome {
	const { message: reason, code, category, advice } = error;
	const row = { key: phone, target: 'look-up', phone, urgent: false, body: {} };
	const failure = { row, status: 'dead' as const, reason, category, advice, ...defined({ code }) };
	return { phone, status: 'failed', records: [], failures: [failure] };
}

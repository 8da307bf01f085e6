import type { HttpRequest, HttpResponse } from '../core/http';
import type { Row, RowOutcome } from './row';

/** What still has to be asked about rows, or what is to be written of them. */
export type Settling = SettlingQuestions | Settled;

export interface SettlingQuestions {
	ask: readonly HttpRequest[];
	/** @throws RcsError when the CRM refuses the question. */
	check(response: HttpResponse): void;
	/** From the answers to all questions, in their order. */
	then(answers: readonly HttpResponse[]): Settling;
}

export interface Settled {
	/** With the keys of the rows they were made of. */
	rows: readonly Row[];
	/** Of rows that need nothing more. */
	outcomes: readonly RowOutcome[];
	/**
	 * What has to be written once more of rows that were written, because somebody else wrote the same at
	 * the same moment. Absent, where nobody does.
	 */
	review?(written: readonly Row[]): Settling;
}

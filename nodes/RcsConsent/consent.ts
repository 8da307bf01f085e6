import { statedStates } from '../../core/consent/statement';
import { asObject, asString, defined } from '../../core/json';

const states = [...statedStates, 'none'] as const;

/** What holds for a person and a purpose, as the service tells it. */
export interface ToldConsent {
	phone: string;
	agent?: string;
	purpose?: string;
	state: (typeof states)[number];
	/** ISO 8601 in UTC. */
	since?: string;
	source?: string;
	level?: string;
	statementId?: string;
}

/** Nothing where it is no consent: what is not understood is no opt-in. */
export function readConsent(json: unknown, phone: string): ToldConsent | undefined {
	const told = asObject(json);
	const state = states.find((known) => known === told['state']);
	const isOther = told['phone'] !== undefined && told['phone'] !== phone;
	if (state === undefined || isOther) return undefined;
	const text = (name: string) => asString(told[name]);
	return {
		phone,
		state,
		...defined({
			agent: text('agent'),
			purpose: text('purpose'),
			since: text('since'),
			source: text('source'),
			level: text('level'),
			statementId: text('statementId'),
		}),
	};
}

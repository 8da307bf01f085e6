import { Registry } from 'prom-client';
import type { Verdict } from '../../core/webhook/delivery';
import type { Config } from '../config/schema';
import { type Clean, makeClean } from './clean';
import { describeError } from './describeError';
import { makeFigures } from './figures';
import { makeLog, type Output } from './log';
import { Repeats } from './repeats';

/** Something about what is logged; phones and texts are taken out unless the configuration allows them. */
export type About = Readonly<Record<string, string | number | boolean>>;

/** A commit of what arrived at one moment. */
export interface Commit {
	accepted: number;
	duplicates: number;
	/** The connections of webhooks that nobody could read, one for each. */
	unread: readonly string[];
	seconds: number;
}

/** A request to the service that was answered. */
export interface Answered {
	method: string;
	/** The pattern, such as `/v1/messages/:id`. */
	route: string;
	/** Without its query. */
	path: string;
	status: number;
	seconds: number;
}

/** What became of a call of a CRM. */
export type CallOutcome = 'ok' | 'refused' | 'unauthorized' | 'rateLimited' | 'failed' | 'lost';

/** What the service tells of itself: its log and its figures. */
export interface Reports {
	webhookTaken(connection: string): void;
	webhookRefused(connection: string, verdict: Verdict): void;
	committed(commit: Commit): void;
	crmCalled(connection: string, outcome: CallOutcome): void;
	forwarded(connection: string, outcome: 'done' | 'again' | 'givenUp'): void;
	/** Of one message; `rule` is the one that stopped it. */
	gateDecided(outcome: string, rule?: string): void;
	answered(request: Answered): void;
	failed(what: string, error: unknown): void;
	warned(what: string, about?: About): void;
	info(what: string, about?: About): void;
	/** The figures, as Prometheus reads them; parts of the service add their own. */
	figures: Registry;
}

/** The same failure is logged once in this time: a store that is lost would fill the log. */
const REPEAT_MS = 10_000;

const UNREAD =
	'A webhook came that nobody could read, which may be an opt-out; the page shows what it holds';

/** Reports that log lines of JSON as the configuration says, and count. */
export function openReports(config: Config, output: Output): Reports {
	const log = makeLog(config.log, output);
	const clean = makeClean(config);
	const cleanAbout = (about: About) => mapStrings(about, clean);
	const repeats = new Repeats(REPEAT_MS);
	const registry = new Registry();
	const figures = makeFigures(registry);
	return {
		webhookTaken: (connection) => figures.webhooks.inc({ connection, outcome: 'taken' }),
		webhookRefused(connection, verdict) {
			const reason = verdict.verified === 'failed' ? verdict.reason : verdict.verified;
			figures.webhooks.inc({ connection, outcome: 'refused' });
			log.warn({ connection, reason }, 'A webhook was refused');
		},
		committed({ accepted, duplicates, unread, seconds }) {
			for (const connection of unread) {
				figures.unread.inc({ connection });
				const again = repeats.tell(`${UNREAD} ${connection}`);
				if (again !== undefined) log.warn({ connection, ...(again > 0 ? { again } : {}) }, UNREAD);
			}
			figures.events.inc({ outcome: 'new' }, accepted);
			figures.events.inc({ outcome: 'duplicate' }, duplicates);
			figures.commitEvents.observe(accepted + duplicates);
			figures.commitSeconds.observe(seconds);
		},
		crmCalled: (connection, outcome) => figures.crmCalls.inc({ connection, outcome }),
		forwarded: (connection, outcome) => figures.forwards.inc({ connection, outcome }),
		gateDecided: (outcome, rule = 'none') => figures.gate.inc({ outcome, rule }),
		answered({ method, route, path, status, seconds }) {
			figures.requests.observe({ method, route, status: String(status) }, seconds);
			const level = levelOf(status);
			if (!log.isLevelEnabled(level)) return;
			const ms = Math.round(seconds * 1000);
			log[level]({ method, path: clean(path), status, ms }, 'A request was answered');
		},
		failed(what, error) {
			const inWords = describeError(error, clean);
			const again = repeats.tell(`${what} ${inWords.type} ${inWords.message}`);
			if (again === undefined) return;
			log.error({ error: inWords, ...(again > 0 ? { again } : {}) }, clean(what));
		},
		warned: (what, about = {}) => log.warn(cleanAbout(about), clean(what)),
		info: (what, about = {}) => log.info(cleanAbout(about), clean(what)),
		figures: registry,
	};
}

/** What went well is only of interest to whoever looks for something; the figures count it. */
function levelOf(status: number): 'debug' | 'info' | 'warn' {
	if (status < 400) return 'debug';
	return status < 500 ? 'info' : 'warn';
}

function mapStrings(about: About, clean: Clean): About {
	return Object.fromEntries(
		Object.entries(about).map(([name, value]) => [
			name,
			typeof value === 'string' ? clean(value) : value,
		]),
	);
}

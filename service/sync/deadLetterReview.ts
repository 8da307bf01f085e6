import { defined } from '../../core/json';
import type { Queues } from '../queue';
import type { Database, Sql } from '../store/database';
import { lockCrms } from './crmLocks';
import { hurrySync } from './outbox';
import type { Fate, Reason } from './verdict';

export const deadStatuses = [
	'failed',
	'unmatched',
	'ambiguous',
] as const satisfies readonly Extract<Fate, { is: 'dead' }>['status'][];
type Status = (typeof deadStatuses)[number];

/** A contact that could not be written to a CRM, as the page shows it. Times are ISO 8601 in UTC. */
export interface DeadLetter {
	id: number;
	connection: string;
	phone: string;
	/** `failed`: the CRM refused it. `unmatched`, `ambiguous`: no record has the phone, or several have. */
	status: Status;
	reasons: Reason[];
	/** What a person can do about it. */
	advice: string;
	/** How much waits to be written. */
	waiting: number;
	attempts: number;
	firstAt: string;
	lastAt: string;
}

export interface DeadLetters {
	/** How many there are of each status. */
	counts: Record<Status, number>;
	items: DeadLetter[];
	/** For the next page. */
	next?: number;
}

/** Which letters are meant: all, unless something is given. */
export interface Which {
	ids?: readonly number[] | undefined;
	connection?: string | undefined;
	status?: Status | undefined;
}

/** How many are shown at one time. */
const PAGE = 100;

/** The newest come first; `before` is the `next` of the page before. Those that are tried right now are left out. */
export function listDeadLetters(
	database: Database,
	which: Which,
	before?: number,
): Promise<DeadLetters> {
	return database.snapshot((sql) => list(sql, which, before));
}

async function list(sql: Sql, which: Which, before: number | undefined): Promise<DeadLetters> {
	const rows = await sql.query<LetterRow>(
		`select letter.*, (select count(*) from rcs.outbox as box where ${OF_LETTER}) as waiting
		from rcs.dead_letters as letter
		where ${CHOSEN} and ${IS_WAITING} and ($4::bigint is null or id < $4)
		order by id desc limit $5`,
		[...chosen(which), before ?? null, PAGE + 1],
	);
	const counts = await sql.query<{ status: Status; count: number }>(
		`select status, count(*) as count from rcs.dead_letters as letter
		where ${CHOSEN} and ${IS_WAITING} group by status`,
		chosen({ ...which, status: undefined }),
	);
	const shown = rows.slice(0, PAGE);
	return {
		counts: Object.assign(
			{ failed: 0, unmatched: 0, ambiguous: 0 },
			Object.fromEntries(counts.map(({ status, count }) => [status, count])),
		),
		items: shown.map(letterOf),
		...defined({ next: rows.length > PAGE ? shown.at(-1)?.id : undefined }),
	};
}

interface LetterRow extends Record<string, unknown> {
	id: number;
	connection: string;
	phone: string;
	status: Status;
	reasons: Reason[];
	attempts: number;
	first_at: string;
	last_at: string;
	waiting: number;
}

function letterOf(row: LetterRow): DeadLetter {
	const { id, connection, phone, status, reasons, attempts, waiting } = row;
	return {
		...{ id, connection, phone, status, reasons, attempts, waiting },
		advice:
			[...new Set(reasons.flatMap(({ advice }) => advice ?? []))].join(' ') || advices[status],
		firstAt: row.first_at,
		lastAt: row.last_at,
	};
}

const advices: Readonly<Record<Status, string>> = {
	failed: 'Correct what the CRM names, in the CRM or in its set-up, and replay it.',
	unmatched:
		'No record has this phone. Enter it on a record and replay it, or let contacts be made (createContacts).',
	ambiguous:
		'Several records have this phone. Enter it as RCS phone on the one that is meant, and replay it. The consent is on all of them already.',
};

/** Has contacts tried again at once, and gives how many. */
export async function replayDeadLetters(
	database: Database,
	queues: Queues,
	which: Which,
): Promise<number> {
	return database.transaction(async (sql) => {
		await lockCrms(sql);
		const rows = await sql.query<{ connection: string; phone: string }>(
			`update rcs.outbox as box set dead = false from rcs.dead_letters as letter
			where ${OF_LETTER} and ${CHOSEN} returning box.connection, box.phone`,
			chosen(which),
		);
		await sql.query(
			`update rcs.dead_letters as letter set rest_until = null, has_news = false where ${CHOSEN}`,
			chosen(which),
		);
		const connections = new Set(rows.map(({ connection }) => connection));
		await hurrySync(queues, [...connections], sql);
		return new Set(rows.map(({ connection, phone }) => `${connection} ${phone}`)).size;
	});
}

/** Deletes letters with what was to be written, and gives how many. What was added since stays. */
export async function discardDeadLetters(database: Database, which: Which): Promise<number> {
	return database.transaction(async (sql) => {
		await lockCrms(sql);
		await sql.query(
			`delete from rcs.outbox as box using rcs.dead_letters as letter where ${OF_LETTER} and ${CHOSEN}`,
			chosen(which),
		);
		const rows = await sql.query(
			`delete from rcs.dead_letters as letter where ${CHOSEN} returning id`,
			chosen(which),
		);
		return rows.length;
	});
}

const CHOSEN = `($1::bigint[] is null or letter.id = any($1)) and ($2::text is null or letter.connection = $2)
	and ($3::text is null or letter.status = $3)`;
const OF_LETTER = 'box.connection = letter.connection and box.phone = letter.phone and box.dead';
const IS_WAITING = `exists (select 1 from rcs.outbox as box where ${OF_LETTER})`;

function chosen({ ids, connection, status }: Which): unknown[] {
	return [ids ?? null, connection ?? null, status ?? null];
}

import { setTimeout as sleep } from 'node:timers/promises';
import { crms } from '../../connectors';
import type { CrmConnector } from '../../connectors/crm';
import type { CrmRun } from '../../connectors/execute';
import { setUp, type SetUpReport } from '../../connectors/setUp';
import { RcsError } from '../../core/errors';
import { readCrm } from './crmChoice';
import { readCrmAccount } from '../config/crmSettings';
import { type Command, type Io, type Status, wrong } from './command';
import { readArguments } from './input';
import { wordsOf } from './provisionWords';

const help = `Sets up the fields of a CRM: adds what is missing, and changes and deletes nothing.

Usage: rcs-connectors provision hubspot|salesforce --settings FILE [options]

Standard output: what was added, what could not be, what stands in the way and what to do about it.

Options:
  --settings FILE  JSON file of the account; see docs/crm/commands.md
  --dry-run        only shows what would be added
  --json           the report as JSON: {crm, baseUrl, dryRun, added, failed, conflicts, present, byHand}
  --help           this text

Exit status: 0 when nothing is in the way; 1 when something could not be added, needs a person, or the CRM
refused to be asked; 2 with {"errors": [{"path", "message"}]} when the input is not valid.
`;

export const provision: Command = {
	summary: 'sets up the fields of a CRM',
	help,
	async run(args, io) {
		const { values, words } = readArguments(args, {
			settings: { type: 'string' },
			'dry-run': { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		});
		const [name, ...stray] = words;
		if (stray.length > 0) throw wrong('arguments', `There is no argument "${stray.join(' ')}"`);
		const crm: CrmConnector = crms[readCrm(name, 'crm')];
		if (values.settings === undefined)
			throw wrong('--settings', '--settings is missing: the file says how to sign in');
		const account = await readCrmAccount(crm.id, values.settings, (key) => io.env[key]);
		if (!account.connect)
			throw wrong('settings.auth', 'settings.auth is missing: it says how to sign in');
		const { settings } = account;
		const http = await account.connect();
		const run = { crm, http, settings, clock, concurrency: 4, retries: 2 };
		const dryRun = values['dry-run'];
		try {
			const report = dryRun ? await setUp(run, { dryRun }) : await setUpAndLook(run);
			const about = { crm: crm.id, baseUrl: settings.baseUrl, dryRun };
			io.stdout(
				values.json
					? `${JSON.stringify({ ...about, ...report }, null, 2)}\n`
					: wordsOf(report, { ...about, displayName: crm.displayName }),
			);
			return report.failed.length + report.conflicts.length > 0 ? 1 : 0;
		} catch (error) {
			return refusal(error, values.json, io);
		}
	},
};

/** What stands in the way is looked for again afterwards: a field nobody let us see before may be of another type. */
async function setUpAndLook(run: CrmRun): Promise<SetUpReport> {
	const report = await setUp(run, { dryRun: false });
	if (report.added.length === 0) return report;
	const { conflicts } = await setUp(run, { dryRun: true });
	return { ...report, conflicts };
}

const clock = { now: () => Date.now(), wait: (ms: number) => sleep(ms) };

/** The CRM could not be asked what is there. @throws whatever it does not know. */
function refusal(error: unknown, json: boolean, io: Io): Status {
	if (!(error instanceof RcsError)) throw error;
	const { category, message, advice } = error.detail;
	if (json) io.stdout(`${JSON.stringify({ error: { category, message, advice } }, null, 2)}\n`);
	else io.stderr(`${message}\n${advice}\n`);
	return 1;
}

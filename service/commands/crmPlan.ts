import { crms } from '../../connectors';
import type { CrmConnector, CrmSettings } from '../../connectors/crm';
import type { RcsEvent } from '../../core/event/types';
import { parseEvent } from '../../core/event/schema';
import { readCrm } from './crmChoice';
import { readCrmAccount } from '../config/crmSettings';
import { type Command, CommandError, wrong } from './command';
import { readOptions, readStdinJson } from './input';
import { planOf, summaryOf } from './plannedCalls';

const help = `Shows the requests that would write events to a CRM. Nothing is sent, and no account is needed.

Usage: rcs-connectors crm-plan --crm hubspot|salesforce [options] < events.json

Standard input: an array of RcsEvent as JSON, as RCS Trigger and "webhook" give them.
Standard output: a JSON array of {method, url, headers, body, rows}, one for each call, in the order in
which they are made; "after" is the place in the array of the call that one waits for. "rows" says what
the call writes; secrets are shown as ***.

Each phone is taken to have one record, which holds nothing yet. Records are not looked up, so they are
named by their RCS phone. HubSpot's history needs ids of records: they are shown as "id-of-" and the phone.
Without settings HubSpot keeps history as custom events. A bulk job is shown as if it went well at once.
Only what writes is shown: before it, a real run asks what the CRM holds.

Options:
  --crm CRM        hubspot or salesforce
  --settings FILE  JSON file of the account; see docs/crm/commands.md
  --mode MODE      Salesforce: auto (default; bulk above 10,000 rows), composite or bulk
  --summary        counts instead of requests
  --help           this text

Exit status: 0, or 2 with {"errors": [{"path", "message"}]} when the input is not valid.
`;

export const crmPlan: Command = {
	summary: 'the requests that would write events to a CRM',
	help,
	async run(args, io) {
		const options = readOptions(args, {
			crm: { type: 'string' },
			settings: { type: 'string' },
			mode: { type: 'string' },
			summary: { type: 'boolean', default: false },
		});
		const crm: CrmConnector = crms[readCrm(options.crm, '--crm')];
		const { settings } = await readCrmAccount(crm.id, options.settings, hidden);
		const account = inMode(crm, settings, options.mode);
		const events = readEvents(await readStdinJson(io, 'an array of RcsEvent'));
		const calls = planOf(crm, account, events);
		const shown = options.summary ? summaryOf(crm, events, calls) : calls;
		io.stdout(`${JSON.stringify(shown, null, 2)}\n`);
		return 0;
	},
};

/** Nobody signs in, so that no secret needs to be there. */
const hidden = () => '***';

const modes: readonly string[] = ['auto', 'composite', 'bulk'];

function inMode({ id }: CrmConnector, settings: CrmSettings, mode?: string): CrmSettings {
	if (mode === undefined) return settings;
	if (!modes.includes(mode))
		throw wrong('--mode', `--mode must be one of ${modes.join(', ')}, but is "${mode}"`);
	if (id === 'salesforce') return { ...settings, options: { ...settings.options, mode } };
	if (mode === 'auto') return settings;
	throw wrong('--mode', '--mode is for Salesforce: HubSpot has one way to write');
}

/** What is wrong with any of them is reported for all of them at once. */
function readEvents(input: unknown): RcsEvent[] {
	if (!Array.isArray(input)) throw wrong('stdin', 'Standard input must be an array of RcsEvent');
	const read = input.map((event: unknown, i) => parseEvent(event, `[${i}]`));
	const problems = read.flatMap((result) => (result.ok ? [] : result.problems));
	if (problems.length > 0) throw new CommandError(problems);
	return read.flatMap((result) => (result.ok ? [result.value] : []));
}

import { checkConfig, describeConfig } from '../config/check';
import { readConfig } from '../config/read';
import { withOwnToken } from '../config/tokens';
import { type Command, type Io } from './command';
import { readOptions } from './input';

const help = `Runs the connector service: webhooks and events in, consent ledger, CRMs kept in step.

Usage: rcs-connectors serve [--config FILE] [--check]

Without a file it keeps its data in ./rcs-data and listens on http://127.0.0.1:4080. Its log, one JSON object
a line, is standard output. SIGTERM and SIGINT end what is under way and then the process; a second one ends
it at once.

Options:
  --config FILE  JSON file; see docs/service/configuration.md. Or RCS_CONFIG
  --check        only reads and checks the configuration
  --help         this text

Exit status: 0 when it was stopped; 1 when it could not start or go on; 2 with
{"errors": [{"path", "message"}]} when the configuration is not valid.
`;

export const serve: Command = {
	summary: 'runs the connector service',
	help,
	async run(args, io) {
		const options = readOptions(args, {
			config: { type: 'string' },
			check: { type: 'boolean', default: false },
		});
		const config = await readConfig(options.config, (name) => io.env[name]);
		if (!options.check) return run(io, await withOwnToken(config));
		checkConfig(config);
		io.stdout(`The configuration is valid. ${describeConfig(config)}\n`);
		return 0;
	},
};

async function run(
	io: Io,
	{ config, tokenFile }: Awaited<ReturnType<typeof withOwnToken>>,
): Promise<0> {
	// Libraries of databases and CRMs are large, and only loaded here.
	const [{ startService }, { openReports }, lifecycle, { pretty }] = await Promise.all([
		import('../start'),
		import('../operations/reports'),
		import('../operations/lifecycle'),
		import('../operations/pretty'),
	]);
	const isTerminal = process.stdout.isTTY;
	const reports = openReports(config, {
		write: (line) => io.stdout(isTerminal ? pretty(line) : line),
	});
	lifecycle.endOnUnhandled(reports);
	const { url, stop } = await startService(config, reports);
	const asked = lifecycle.untilSignal();
	reports.info(`Listening on ${url}`, {
		url,
		role: config.role,
		database: config.database.kind,
		...(tokenFile === undefined ? {} : { tokenFile }),
	});
	reports.info('Stopping', { signal: await asked });
	await lifecycle.stopInTime(stop, reports);
	reports.info('Stopped');
	return 0;
}

import { once } from 'node:events';
import { readConfig } from '../config/read';
import { type Command } from './command';
import { readOptions } from './input';

const help = `Runs the connector service: webhooks and events in, consent ledger, CRMs kept in step.

Usage: rcs-connectors serve [--config FILE]

Without a file it keeps its data in ./rcs-data and listens on http://127.0.0.1:4080.

Options:
  --config FILE  JSON file; see docs/service/configuration.md
  --help         this text

Exit status: 0 when it was stopped by SIGINT or SIGTERM; 2 with {"errors": [{"path", "message"}]} when the
configuration is not valid.
`;

export const serve: Command = {
	summary: 'runs the connector service',
	help,
	async run(args, io) {
		const options = readOptions(args, { config: { type: 'string' } });
		const config = await readConfig(options.config, (name) => io.env[name]);
		const [{ startService }, { openReports }] = await Promise.all([
			import('../start'),
			import('../operations/reports'),
		]);
		const reports = openReports(config, { write: (line) => io.stdout(line) });
		const running = await startService(config, reports);
		reports.info(`Listening on ${running.url}`, { url: running.url, role: config.role });
		await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
		await running.stop();
		return 0;
	},
};

#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { type Command, CommandError, type Io, wrong } from './commands/command';
import { crmPlan } from './commands/crmPlan';
import { encode } from './commands/encode';
import { providers } from './commands/providers';
import { provision } from './commands/provision';
import { serve } from './commands/serve';
import { webhook } from './commands/webhook';

const commands: Readonly<Record<string, Command>> = {
	encode,
	webhook,
	providers,
	'crm-plan': crmPlan,
	provision,
	serve,
};

const help = `Usage: rcs-connectors <command> [options]

Commands:
${Object.entries(commands)
	.map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
	.join('\n')}

"rcs-connectors <command> --help" says more.
`;

/** Runs the command line and gives its exit status. */
async function main([name, ...args]: string[], io: Io): Promise<number> {
	if (name === '--help' || name === '-h' || name === 'help') {
		io.stdout(help);
		return 0;
	}
	const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) {
		io.stderr(name === undefined ? help : `There is no command "${name}".\n\n${help}`);
		return 2;
	}
	if (args.includes('--help') || args.includes('-h')) {
		io.stdout(command.help);
		return 0;
	}
	try {
		return await command.run(args, io);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		io.stdout(`${JSON.stringify({ errors: error.problems }, null, 2)}\n`);
		return 2;
	}
}

const io: Io = {
	stdin: () => {
		if (process.stdin.isTTY) throw wrong('stdin', 'Pass JSON on standard input; see --help');
		return text(process.stdin);
	},
	stdout: (words) => process.stdout.write(words),
	stderr: (words) => process.stderr.write(words),
	now: () => new Date(),
	env: process.env,
};

main(process.argv.slice(2), io).then(
	(status) => {
		process.exitCode = status;
	},
	(error: unknown) => {
		io.stderr(`rcs-connectors: ${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	},
);

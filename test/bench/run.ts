import { benchConsentCheck } from './consentCheck';
import { benchCrm } from './crm/crm';
import { benchEncode } from './encode';
import { benchIngest } from './ingest/ingest';
import { benchOptOut } from './optOut/optOut';
import { benchPreview } from './preview';
import { benchSendMany } from './sendMany';

type Say = (line: string) => void;

interface Part {
	measures: string;
	run(say: Say): object | Promise<object>;
}

const parts: Readonly<Record<string, Part>> = {
	encode: { measures: 'microseconds to check a message and make its request', run: benchEncode },
	sendMany: { measures: 'thousands of items in a real n8n', run: benchSendMany },
	crm: { measures: 'calls and time of 10,000 events written to the CRMs', run: benchCrm },
	ingest: { measures: 'webhooks a second that the service takes in', run: benchIngest },
	optOut: { measures: 'how long a STOP takes until it is in both CRMs', run: benchOptOut },
	consentCheck: {
		measures: 'a consent check with 100,000 statements',
		run: benchConsentCheck,
	},
	preview: { measures: 'a carousel drawn', run: benchPreview },
};

const help = [
	'npm run bench -- [part ...] [--json] [--check]',
	...Object.entries(parts).map(([name, { measures }]) => `  ${name.padEnd(12)} ${measures}`),
].join('\n');

/**
 * `npm run bench -- --json`: one JSON object on stdout; without it, a line a figure. Names of parts
 * (`npm run bench -- crm`) run only these; `--help` lists them.
 */
async function main(): Promise<void> {
	if (process.argv.includes('--help')) return void process.stdout.write(`${help}\n`);
	const asJson = process.argv.includes('--json');
	const stream = asJson ? process.stderr : process.stdout;
	const say = (line: string) => void stream.write(`${line}\n`);
	const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
	const figures: Record<string, object> = {};
	for (const name of names.length > 0 ? names : Object.keys(parts)) {
		const part = parts[name];
		if (!part) throw new Error(`There is no ${name}: ${Object.keys(parts).join(', ')}`);
		figures[name] = await part.run(say);
	}
	if (asJson) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});

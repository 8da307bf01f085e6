import { benchConsentCheck } from './consentCheck';
import { benchCrm } from './crm/crm';
import { benchEncode } from './encode';
import { benchIngest } from './ingest/ingest';
import { benchOptOut } from './optOut/optOut';
import { benchPreview } from './preview';
import { benchSendMany } from './sendMany';

type Say = (line: string) => void;

const parts: Readonly<Record<string, (say: Say) => object | Promise<object>>> = {
	encode: benchEncode,
	sendMany: benchSendMany,
	crm: benchCrm,
	ingest: benchIngest,
	optOut: benchOptOut,
	consentCheck: benchConsentCheck,
	preview: benchPreview,
};

/**
 * `npm run bench -- --json`: one JSON object on stdout; without it, a line a figure. Names of parts
 * (`npm run bench -- crm`) run only these.
 */
async function main(): Promise<void> {
	const asJson = process.argv.includes('--json');
	const stream = asJson ? process.stderr : process.stdout;
	const say = (line: string) => void stream.write(`${line}\n`);
	const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
	const figures: Record<string, object> = {};
	for (const name of names.length > 0 ? names : Object.keys(parts)) {
		const part = parts[name];
		if (!part) throw new Error(`There is no ${name}: ${Object.keys(parts).join(', ')}`);
		figures[name] = await part(say);
	}
	if (asJson) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});

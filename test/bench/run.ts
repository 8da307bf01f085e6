import { benchEncode } from './encode';
import { benchSendMany } from './sendMany';

/** `npm run bench -- --json`: one JSON object on stdout; without it, a line a figure. */
async function main(): Promise<void> {
	const asJson = process.argv.includes('--json');
	const say = (line: string) => {
		if (asJson) process.stderr.write(`${line}\n`);
		else process.stdout.write(`${line}\n`);
	};
	const encode = benchEncode();
	for (const [content, { encodeUs, stringifyUs }] of Object.entries(encode)) {
		say(`${content}: validate and encode ${encodeUs} µs, JSON.stringify ${stringifyUs} µs`);
	}
	const sendMany = await benchSendMany(say);
	if (asJson) process.stdout.write(`${JSON.stringify({ encode, sendMany })}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});

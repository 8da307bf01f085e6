import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(__dirname, '..', '..');

export interface Ran {
	status: number | null;
	stdout: string;
	stderr: string;
}

/** Runs the command line as its own process. */
export async function rcs(
	args: string[],
	stdin: unknown = '',
	env: Record<string, string> = {},
): Promise<Ran> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'service/cli.ts', ...args], {
		cwd: root,
		env: { ...process.env, NODE_OPTIONS: '', ...env },
	});
	const ended = new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	child.stdin.on('error', () => undefined);
	child.stdin.end(typeof stdin === 'string' ? stdin : JSON.stringify(stdin));
	const [stdout, stderr, status] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		ended,
	]);
	return { status, stdout, stderr };
}

/** What a command that succeeded printed. */
export async function rcsJson(args: string[], stdin: unknown = ''): Promise<unknown> {
	const { status, stdout, stderr } = await rcs(args, stdin);
	if (status !== 0) throw new Error(`exit status ${status}: ${stdout}${stderr}`);
	return JSON.parse(stdout);
}

import { spawn } from 'node:child_process';

/**
 * Runs a long command with its output kept back: one line on stderr says what happens and, every ten seconds, for how
 * long already. If the command fails, the error holds the tail of its output and what to do.
 *
 * @param {string[]} argv
 * @param {{ cwd: string, saying: string, hint: string, env?: Record<string, string> }} options
 */
export async function runQuietly([command = '', ...args], { cwd, saying, hint, env }) {
	const started = Date.now();
	const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
	process.stderr.write(`${saying} ...\n`);
	const ticker = setInterval(() => process.stderr.write(`  ... ${elapsed()}\n`), 10_000);
	let tail = '';
	const keep = (/** @type {Buffer} */ chunk) => {
		tail = (tail + chunk.toString()).slice(-4000);
	};
	try {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const code = await new Promise((resolve, reject) => {
			child.on('error', reject);
			child.on('close', resolve);
		});
		if (code !== 0) throw new Error(`exit code ${code}`);
		process.stderr.write(`  done in ${elapsed()}\n`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(
			`${saying}: failed after ${elapsed()} (${reason}).\n${hint}\nThe end of its output:\n${indent(tail)}`,
		);
	} finally {
		clearInterval(ticker);
	}
}

/** @param {string} text */
function indent(text) {
	return text.trimEnd().replace(/^/gm, '    ');
}

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { nodeModules, root } from './paths.mjs';

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a task's steps one after the other and stops at the first that fails. The caller's arguments go to the last
 * step.
 *
 * @param {import('./tasks.mjs').Task} task
 * @param {string[]} args
 * @param {string} node the Node to run them with
 * @returns {Promise<number>} exit code
 */
export async function runSteps({ steps, report = false }, args, node) {
	const scratch = report ? mkdtempSync(join(tmpdir(), 'rcs-task-')) : undefined;
	const sum = { passed: 0, failed: 0, counted: false };
	try {
		for (const [index, step] of steps.entries()) {
			const argv = [...step.run, ...(index === steps.length - 1 ? args : [])];
			const results = scratch && step.counts ? join(scratch, `${step.name}.json`) : undefined;
			if (results) argv.push('--json', `--outputFile=${results}`);
			const started = Date.now();
			if (report) process.stdout.write(`-- ${step.name}\n`);
			const code = await run(resolve(argv, node), node);
			if (report) process.stdout.write(`   ${step.name}: ${outcome(code)}, ${seconds(started)}\n`);
			const failures = results ? count(results, sum) : 0;
			if (code !== 0) {
				if (failures === 0) sum.failed += 1;
				return code;
			}
		}
		return 0;
	} finally {
		if (scratch) rmSync(scratch, { recursive: true, force: true });
		if (report && (sum.counted || sum.failed > 0)) {
			process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
		}
	}
}

/**
 * Adds a jest run's tests to the sum; a test file that could not run counts as one failure.
 *
 * @param {string} file
 * @param {{ passed: number, failed: number, counted: boolean }} sum
 * @returns {number} failures in this run
 */
function count(file, sum) {
	if (!existsSync(file)) return 0;
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
		readFileSync(file, 'utf8'),
	);
	const failures = numFailedTests + numRuntimeErrorTestSuites;
	sum.counted = true;
	sum.passed += numPassedTests;
	sum.failed += failures;
	return failures;
}

/**
 * A tool of node_modules/.bin is a JavaScript file: run it with our Node, not with the one its first line finds.
 *
 * @param {string[]} argv
 * @param {string} node
 */
function resolve([tool = '', ...args], node) {
	return tool === 'node' ? [node, ...args] : [node, join(nodeModules, '.bin', tool), ...args];
}

/**
 * @param {string[]} argv
 * @param {string} node
 * @returns {Promise<number>}
 */
function run([command = '', ...args], node) {
	const child = spawn(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
	});
	// Ctrl-C in a terminal reaches the child by itself, a signal sent to us alone does not; twice is as good as once.
	const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
	for (const signal of signals) process.on(signal, pass);
	const watch = whenOrphaned(() => pass('SIGTERM'));
	return new Promise((done, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => {
			for (const each of signals) process.off(each, pass);
			clearInterval(watch);
			done(code ?? (signal === 'SIGINT' ? 130 : 143));
		});
	});
}

/**
 * An npm that was killed could not tell us.
 *
 * @param {() => void} act
 */
function whenOrphaned(act) {
	const parent = process.ppid;
	const watch = setInterval(() => process.ppid !== parent && act(), 1000);
	return watch.unref();
}

/** @param {number} code */
function outcome(code) {
	return code === 0 ? 'ok' : 'FAILED';
}

/** @param {number} started */
function seconds(started) {
	return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

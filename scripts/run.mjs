/**
 * `node scripts/run.mjs <task> [args]`: what every npm script calls. Runs on whatever Node (>= 18) the machine has,
 * with nothing installed; brings the dependencies and the right Node first (setup.mjs), then runs the task's steps
 * (tasks.mjs) on that Node.
 */
import { ensureSetup } from './setup.mjs';
import { runSteps } from './steps.mjs';
import { tasks } from './tasks.mjs';

const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
	const names = Object.entries(tasks).map(([key, { does }]) => `  ${key.padEnd(12)} ${does}`);
	process.stderr.write(`Usage: node scripts/run.mjs <task> [args]\n\n${names.join('\n')}\n`);
	process.exit(name === '' ? 0 : 2);
}

try {
	const node = await ensureSetup();
	process.exitCode = await runSteps(task, args, node);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

/**
 * What each task runs. A step is a command: the first word is a tool from node_modules/.bin, or `node`.
 *
 * @typedef {{ name: string, run: string[], counts?: boolean }} Step   counts: a jest run whose tests are summed up
 * @typedef {{ does: string, steps: Step[], report?: boolean }} Task   report: say each step, its time and a closing sum
 */

/** @type {Step} */
const build = { name: 'build', run: ['tsup', '--silent'] };
/** @type {Step} */
const typecheck = { name: 'typecheck', run: ['tsc', '--project', 'tsconfig.json'] };
/** The web pages run in browsers: other globals, and JSX. @type {Step[]} */
const typecheckPages = [
	{ name: 'service page', run: ['tsc', '--project', 'service/web/tsconfig.json'] },
	{ name: 'sandbox pages', run: ['tsc', '--project', 'sandbox/web/tsconfig.json'] },
];
/** @type {Step} */
const n8n = { name: 'n8n', run: ['node', 'scripts/n8n/install.mjs'] };
/** @type {Step} */
const jest = { name: 'jest', run: ['jest'], counts: true };

/** @type {Step[]} */
const lint = [
	{ name: 'eslint', run: ['eslint', '.'] },
	{ name: 'prettier', run: ['prettier', '--check', '--log-level=warn', '.'] },
	{ name: 'imports', run: ['node', 'scripts/imports.mjs'] },
	{ name: 'knip', run: ['knip', '--no-progress'] },
];

/** @type {Record<string, Task>} */
export const tasks = {
	start: {
		does: 'sandbox, connector service and a real n8n with the nodes, demo workflows and credentials',
		steps: [build, n8n, { name: 'start', run: ['node', '--import', 'tsx', 'scripts/start.ts'] }],
	},
	demo: {
		does: 'the whole story without a browser; exit 0 only if all of it happened',
		steps: [build, n8n, { name: 'demo', run: ['node', '--import', 'tsx', 'scripts/demo.ts'] }],
	},
	test: {
		does: 'lint, types, build, unit, contract, engine and package tests',
		steps: [...lint, typecheck, ...typecheckPages, build, jest],
		report: true,
	},
	'test:faults': {
		does: 'thousands of events to the emulated CRMs while everything goes wrong',
		steps: [
			build,
			{ name: 'faults', run: ['jest', '--config=jest.faults.config.cjs'], counts: true },
		],
		report: true,
	},
	'test:e2e': {
		does: 'a real n8n, Chromium and every workflow in workflows/',
		steps: [
			build,
			n8n,
			{
				name: 'e2e',
				run: ['jest', '--config=jest.e2e.config.cjs', '--runInBand'],
				counts: true,
			},
		],
		report: true,
	},
	bench: {
		does: 'benchmarks; --json prints one object',
		steps: [build, n8n, { name: 'bench', run: ['node', '--import', 'tsx', 'test/bench/run.ts'] }],
	},
	rcs: {
		does: 'the command line: serve, encode, webhook, providers, crm-plan, provision',
		steps: [{ name: 'rcs', run: ['node', '--import', 'tsx', 'service/cli.ts'] }],
	},
	lint: { does: 'eslint, prettier, import directions, dead code', steps: lint, report: true },
	format: {
		does: 'prettier and eslint --fix over everything',
		steps: [
			{ name: 'eslint', run: ['eslint', '--fix', '.'] },
			{ name: 'prettier', run: ['prettier', '--write', '--log-level=warn', '.'] },
		],
	},
	typecheck: { does: 'tsc over everything', steps: [typecheck, ...typecheckPages] },
	build: { does: "the packages as they are published, and the sandbox's page", steps: [build] },
	jest: { does: 'jest alone, with its own arguments', steps: [jest] },
	'pack:check': {
		does: "packs the package and runs n8n's scanner and our own checks on it",
		steps: [build, { name: 'pack', run: ['node', 'scripts/pack-check.mjs'] }],
	},
	'n8n:install': { does: 'installs the n8n that start, demo and e2e run', steps: [n8n] },
};

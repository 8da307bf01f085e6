/**
 * Unit (test/<room>/), contract and engine tests share one configuration; end-to-end, fault and bench runs
 * take longer and have their own tasks.
 *
 * @type {import('jest').Config}
 */
module.exports = {
	globalSetup: '<rootDir>/test/outside/emptyDatabase.cjs',
	testEnvironment: '<rootDir>/test/outside/environment.cjs',
	// Loaded once a worker instead of once a file; the first two take a second each.
	moduleNameMapper: {
		'^n8n-core$': '<rootDir>/test/outside/n8n-core.cjs',
		'^n8n-workflow$': '<rootDir>/test/outside/n8n-workflow.cjs',
		'^pg-boss$': '<rootDir>/test/outside/pg-boss.cjs',
		'^@electric-sql/pglite$': '<rootDir>/test/outside/pglite.cjs',
	},
	roots: ['<rootDir>/test'],
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// What needs a Postgres server is run by jest.faults.config.cjs.
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/(e2e|faults|bench)/',
		'OnServer\\.test\\.ts$',
	],
	modulePathIgnorePatterns: [
		'<rootDir>/dist/',
		'<rootDir>/service/dist/',
		'<rootDir>/\\.n8n-runtime/',
	],
	transform: {
		'^.+\\.[cm]?[jt]s$': [
			'@swc/jest',
			{
				jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
				module: { type: 'commonjs' },
			},
		],
	},
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
	passWithNoTests: true,
	// Much of the time tests wait for others: a worker for each core.
	maxWorkers: '100%',
	// A busy machine is slow; a test that hangs still ends.
	testTimeout: 90_000,
};

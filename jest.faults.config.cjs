/**
 * The connectors and the service against the emulated CRMs while everything goes wrong: thousands of events over
 * real HTTP. And the tests of the service once more, on a Postgres server.
 *
 * @type {import('jest').Config}
 */
module.exports = {
	...require('./jest.config.cjs'),
	roots: ['<rootDir>/test/faults', '<rootDir>/test/service'],
	testMatch: ['<rootDir>/test/{faults,service}/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/faults/support/globalSetup.ts',
	globalTeardown: '<rootDir>/test/faults/support/globalTeardown.ts',
	testTimeout: 300_000,
	maxWorkers: 2,
};

/**
 * Tests against a real n8n, which they start themselves: one file after the other, and slow.
 *
 * @type {import('jest').Config}
 */
module.exports = {
	...require('./jest.config.cjs'),
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 120_000,
	maxWorkers: 1,
};

import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
	globalIgnores(['**/dist/', '**/node_modules/', '.n8n-runtime/', '.run/', 'coverage/']),
	{
		files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
		extends: [js.configs.recommended, tseslint.configs.strict, tseslint.configs.stylistic],
		rules: {
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'no-console': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: ['**/*.mjs', '**/*.cjs'],
		extends: [js.configs.recommended],
		languageOptions: {
			globals: {
				process: 'readonly',
				Buffer: 'readonly',
				URL: 'readonly',
				module: 'writable',
				require: 'readonly',
				setInterval: 'readonly',
				clearInterval: 'readonly',
				setTimeout: 'readonly',
				fetch: 'readonly',
			},
		},
	},
	// What n8n's scanner checks, exactly as it checks it.
	{
		files: ['{nodes,credentials}/**/*.ts', '{nodes,credentials}/**/*.json', 'package.json'],
		extends: [await buildScanConfig()],
	},
	// core and connectors end up inside the nodes' bundles, where the scanner finds these too.
	{
		files: ['core/**/*.ts', 'connectors/**/*.ts'],
		plugins: { '@n8n/community-nodes': n8nCommunityNodesPlugin },
		rules: {
			'@n8n/community-nodes/no-restricted-globals': 'error',
			'@n8n/community-nodes/no-restricted-imports': 'error',
			'@n8n/community-nodes/no-dangerous-functions': 'error',
		},
	},
	// Command lines and servers of ours speak to a terminal.
	{ files: ['scripts/**', 'service/**', 'sandbox/**', 'test/**'], rules: { 'no-console': 'off' } },
);

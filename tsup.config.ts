import { cpSync, globSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig, type Options } from 'tsup';
import serviceManifest from './service/package.json';

const sources = globSync(['nodes/*/*.node.ts', 'credentials/*.credentials.ts']);
const assets = [
	'{nodes,credentials,icons}/**/*.{svg,png}',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
];

/** Inlined, any of these makes n8n's scanner reject the package: they bring their own transport. */
const forbidden = /[\\/]node_modules[\\/](axios|jsforce|@hubspot[\\/]api-client)[\\/]/;

const common: Options = {
	format: 'cjs',
	target: 'es2022',
	platform: 'node',
	splitting: false,
	sourcemap: false,
	dts: false,
	clean: true,
};

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * ES modules as the CommonJS that n8n loads. esbuild shares code between files only where they are ES modules;
 * tsup's own way back rewrites every `?.` and `??` as well.
 */
const toCommonJs: Plugin = {
	name: 'to-commonjs',
	setup(build) {
		build.onEnd(async ({ outputFiles = [] }) => {
			for (const file of outputFiles) {
				const { code } = await build.esbuild.transform(file.text, {
					format: 'cjs',
					target: 'es2022',
					platform: 'node',
					banner: '"use strict";',
				});
				file.contents = Buffer.from(code);
			}
		});
	},
};

const noTransport: Plugin = {
	name: 'no-transport',
	setup(build) {
		build.onLoad({ filter: forbidden }, ({ path }) => ({
			errors: [{ text: `${path} must not be part of a node: take the http function it is given` }],
		}));
	},
};

/**
 * One file per node and credential, and what several of them need once, in dist/shared: the package has no
 * run-time dependencies.
 */
const nodes: Options = {
	...common,
	format: 'esm',
	splitting: true,
	outExtension: () => ({ js: '.js' }),
	esbuildOptions(options) {
		options.chunkNames = 'shared/[name]-[hash]';
	},
	entry: Object.fromEntries(sources.map((file) => [file.replace(/\.ts$/, ''), file])),
	outDir: 'dist',
	external: ['n8n-workflow'],
	noExternal: [/^(?!n8n-workflow$)/],
	esbuildPlugins: [toCommonJs, noTransport],
	async onSuccess() {
		for (const file of globSync(assets)) {
			const target = join('dist', file);
			mkdirSync(dirname(target), { recursive: true });
			cpSync(file, target);
		}
	},
};

const dependencies = Object.keys(serviceManifest.dependencies);

/** The service and its command line: its dependencies stay outside. */
const service: Options = {
	...common,
	entry: { cli: 'service/cli.ts' },
	outDir: 'service/dist',
	// What is below it is the web page's, which is built at the same time.
	clean: ['!web/**'],
	external: dependencies.map((name) => new RegExp(`^${name}(/|$)`)),
	noExternal: [new RegExp(`^(?!(${dependencies.join('|')})(/|$))`)],
};

/** What a page needs to run in a browser: one script and one style sheet, with everything they use inside. */
const browser: Options = {
	...common,
	format: 'iife',
	platform: 'browser',
	minify: true,
	noExternal: [/./],
	outExtension: () => ({ js: '.js' }),
	esbuildOptions(options) {
		options.jsx = 'automatic';
		options.jsxImportSource = 'preact';
	},
};

/** The web page of the service. */
const page: Options = {
	...browser,
	entry: { page: 'service/web/main.tsx' },
	outDir: 'service/dist/web',
	async onSuccess() {
		for (const file of ['index.html', 'icon.svg'])
			cpSync(join('service/web', file), join('service/dist/web', file));
	},
};

/** The pages of the sandbox: the phones, and the contacts of the CRMs. */
const sandbox: Options = {
	...browser,
	entry: { phone: 'sandbox/web/phone/main.tsx', crm: 'sandbox/web/crm/main.tsx' },
	outDir: 'sandbox/dist/web',
};

export default defineConfig([nodes, service, page, sandbox]);

/**
 * The directions imports may take: nodes and credentials -> connectors -> core, service -> connectors and core,
 * sandbox -> core for types only (an emulator that shares the adapter's code would agree with its mistakes).
 */
const ours = '^(core|handset|theme|connectors|nodes|credentials|service|sandbox|test|scripts)/';

/** @param {string} name @param {string[]} allowed rooms it may import from, besides itself */
const room = (name, allowed) => ({
	name: `${name}-imports`,
	comment: `${name}/ may import only from ${[name, ...allowed].map((other) => `${other}/`).join(', ')}`,
	severity: 'error',
	from: { path: `^${name}/` },
	to: { path: ours, pathNot: `^(${[name, ...allowed].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		room('core', []),
		room('connectors', ['core']),
		room('handset', ['core']),
		room('theme', []),
		room('credentials', ['connectors', 'core']),
		room('nodes', ['connectors', 'core', 'credentials', 'handset']),
		room('service', ['connectors', 'core', 'theme']),
		room('sandbox', ['core', 'handset', 'theme']),
		room('scripts', ['core', 'sandbox', 'service']),
		{
			name: 'sandbox-types-only',
			comment: 'The sandbox may know the names of our types, never run our code',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: '^(core|connectors)/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'handset-is-a-picture',
			comment:
				'handset/ draws messages; it knows their types, and sends, stores and checks nothing',
			severity: 'error',
			from: { path: '^handset/' },
			to: { path: '^core/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'core-is-pure',
			comment: 'core/ does no input or output: only node:crypto, valibot and libphonenumber-js',
			severity: 'error',
			from: { path: '^core/' },
			to: {
				pathNot: ['^core/', '(^|/)crypto$', '(^|/)node_modules/(valibot|libphonenumber-js)/'],
			},
		},
		{
			name: 'connectors-are-pure',
			comment:
				'connectors/ plans requests and reads answers; it never sends: only node:crypto and valibot',
			severity: 'error',
			from: { path: '^connectors/' },
			to: {
				dependencyTypes: ['npm', 'npm-dev', 'core'],
				pathNot: ['(^|/)crypto$', '(^|/)node_modules/valibot/'],
			},
		},
		{
			name: 'providers-are-strangers',
			comment: 'A provider never imports another; what they share lives beside their folders',
			severity: 'error',
			from: { path: '^core/providers/([^/]+)/' },
			to: { path: '^core/providers/([^/]+)/', pathNot: '^core/providers/$1/' },
		},
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'tests-are-leaves',
			severity: 'error',
			from: { pathNot: '^test/' },
			to: { path: '^test/' },
		},
		{
			name: 'resolvable',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)(dist|\\.n8n-runtime)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
};

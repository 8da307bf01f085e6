import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import n8nRuntime from '../../scripts/n8n/package.json';
import manifest from '../../package.json';
import { checkConfig } from '../../service/config/check';
import { readConfig } from '../../service/config/read';
import { asArray, asObject, asString, isObject } from '../../core/json';

/** No Docker runs in tests: what can be read from the files is checked, and nothing was built. */

const root = resolve(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, 'docker', file), 'utf8');

const compose = asObject(parseYaml(read('docker-compose.yml'), { merge: true }));
const services = Object.entries(asObject(compose['services'])).map(
	([name, service]) => [name, asObject(service)] as const,
);
const example = read('.env.example');

/** Values for every variable, as somebody would fill them in. */
const filledIn = Object.fromEntries(
	[...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
		name,
		value || 'abcdef0123456789abcdef',
	]),
);

/** A text of the file with its variables in it. */
const withValues = (text: string) =>
	text.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, name: string) => filledIn[name] ?? '');

describe('docker-compose.yml', () => {
	it('has the variables of .env.example, and no others', () => {
		const used = [...read('docker-compose.yml').matchAll(/\$\{(\w+)(:\?[^}]+)?\}/g)];
		expect(new Set(used.map(([, name]) => name))).toEqual(new Set(Object.keys(filledIn)));
		// Each of them says what to do when it is not set.
		expect(used.every(([, , words]) => words !== undefined)).toBe(true);
	});

	it.each(services)('%s comes back, is watched and waits for what is healthy', (_, service) => {
		expect(service['restart']).toBe('unless-stopped');
		const isOurs = service['image'] === 'rcs-connectors';
		expect(isObject(service['healthcheck']) || isOurs).toBe(true);
		for (const [name, on] of Object.entries(asObject(service['depends_on']))) {
			expect(asObject(on)['condition']).toBe('service_healthy');
			expect(services.map(([other]) => other)).toContain(name);
		}
		for (const volume of asArray(service['volumes'])) {
			const [source = ''] = String(volume).split(':');
			if (source.startsWith('./')) read(source);
			else expect(Object.keys(asObject(compose['volumes']))).toContain(source);
		}
		for (const port of asArray(service['ports'])) expect(port).toMatch(/^127\.0\.0\.1:/);
	});

	it.each(['ingest', 'sync'])('%s has a configuration that is valid', async (name) => {
		const environment = asObject(asObject(Object.fromEntries(services)[name])['environment']);
		const variables = Object.fromEntries(
			Object.entries(environment).map(([key, value]) => [key, withValues(String(value))]),
		);
		expect(variables['RCS_CONFIG']).toBe('/etc/rcs.json');
		variables['RCS_CONFIG'] = join(root, 'docker', 'rcs.json');
		const config = await readConfig(undefined, (key) => variables[key]);
		checkConfig(config);
		expect(config).toMatchObject({ role: name, database: { kind: 'postgres' } });
	});

	it('gives the service longer to stop than it needs', () => {
		for (const [, { image, stop_grace_period }] of services)
			if (image === 'rcs-connectors')
				expect(Number.parseInt(asString(stop_grace_period) ?? '', 10)).toBeGreaterThan(28);
	});

	it('runs the n8n that everything is tested with', () => {
		const n8n = services.filter(([name]) => name.startsWith('n8n'));
		expect(n8n.map(([, { image }]) => image)).toEqual([
			`docker.n8n.io/n8nio/n8n:${n8nRuntime.dependencies.n8n}`,
			`docker.n8n.io/n8nio/n8n:${n8nRuntime.dependencies.n8n}`,
		]);
	});
});

describe('Dockerfile', () => {
	const lines = read('Dockerfile').split('\n');
	const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

	it('is on the Node that everything is tested with', () => {
		const [major] = manifest.devDependencies.node.split('.');
		const from = lines.filter((line) => line.startsWith('FROM '));
		expect(from).toHaveLength(3);
		for (const line of from)
			expect(line).toMatch(new RegExp(`^FROM node:${major}-slim( AS \\w+)?$`));
	});

	it('copies from stages there are, and runs what was built, not as root', () => {
		for (const [, stage] of lines.join('\n').matchAll(/COPY --from=(\w+)/g))
			expect(lines.some((line) => line.endsWith(` AS ${stage}`))).toBe(true);
		expect(last).toContain('USER node');
		expect(last).toContain('ENTRYPOINT ["node", "/app/service/dist/cli.js"]');
		expect(last).toContain('CMD ["serve"]');
	});

	it('brings the manifests of all workspaces before each installation', () => {
		const installs = lines.filter((line) => line.startsWith('RUN npm install'));
		for (const workspace of manifest.workspaces) {
			const copies = lines.filter(
				(line) => line === `COPY ${workspace}/package.json ${workspace}/`,
			);
			expect(copies).toHaveLength(installs.length);
		}
	});
});

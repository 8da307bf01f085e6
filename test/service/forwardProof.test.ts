import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider } from '../../core/provider';
import { type ProviderId, providerIds, providers } from '../../core/providers';
import type { Delivery } from '../../core/webhook/delivery';
import { arrived } from '../contract/arrived';
import { fixturesOf } from '../fixtures';
import { NOW } from '../fixtures/messages';
import { signed } from '../fixtures/seven';
import type { Scheme } from '../fixtures/types';
import { until } from '../until';
import { startTarget, type Taken, type Target } from './support/target';
import { startTestService, type TestService } from './support/world';

/** Which proofs of providers still hold behind this service, by the code that RCS Trigger verifies with. */

const SECRET = 'a-webhook-secret';
const HOUR_MS = 3_600_000;

describe('after it was handed on', () => {
	let service: TestService;
	let target: Target;
	beforeAll(async () => {
		service = await startTestService();
		target = await startTarget();
	});
	afterAll(async () => {
		await service.stop();
		await target.stop();
	});

	/** What RCS Trigger gets of a webhook that the provider sent to this service. */
	async function handedOn(delivery: Delivery): Promise<Delivery> {
		target.taken.length = 0;
		const webhook = { connection: 'any', delivery, targets: [`${target.url}/webhook/rcs`] };
		await service.service.takeIn.take({ events: [], webhook });
		const [taken] = await until(() => target.taken.length > 0 && target.taken);
		if (!taken) throw new Error('nothing came');
		return asArrived(taken, target.url);
	}

	const schemes = providerIds.flatMap((id) =>
		fixturesOf[id].schemes.map((scheme) => ({ id, name: scheme.name, scheme })),
	);
	const verdicts = new Map<string, { atOnce: string; late: string }>();

	it.each(schemes)('a webhook of $id, proved by $name', async ({ id, scheme }) => {
		const proved = provedBy(id, scheme);
		const provider: Provider = providers[id];
		const settings = scheme.settings([SECRET]);
		const verify = (delivery: Delivery, ms = 0) => {
			const verdict = provider.webhook.verify(delivery, settings, new Date(NOW.getTime() + ms));
			return verdict.verified === 'ok' ? 'yes' : wordOf(verdict);
		};
		expect(verify(proved)).toBe('yes');
		const delivery = await handedOn(proved);
		verdicts.set(`${id} ${scheme.name}`, {
			atOnce: verify(delivery),
			late: verify(delivery, HOUR_MS),
		});
		const covered = Buffer.concat([delivery.body, Buffer.from(' ')]);
		if (scheme.coversBody) expect(verify({ ...delivery, body: covered })).not.toBe('yes');
	});

	it('a signature over the address of this service holds for no other', async () => {
		const settings = { ...fixturesOf.seven.settings, webhook: { secret: SECRET } };
		const verify = async (url: string) => {
			const body = Buffer.from('{"webhook_event": "rcs"}');
			const delivery = await handedOn(arrived(body, signed(body, SECRET, { url })));
			return providers.seven.webhook.verify(delivery, settings, NOW).verified;
		};
		expect(await verify('https://hooks.example.com/webhooks/seven')).toBe('failed');
		expect(await verify('/webhook/rcs')).toBe('ok');
	});

	it('the table of the documents says the same', () => {
		const rows = schemes.map(({ id, name }) => {
			const { atOnce = '', late = '' } = verdicts.get(`${id} ${name}`) ?? {};
			return [providers[id].profile.displayName, name, atOnce, late];
		});
		const head = ['Provider', 'Proof', 'Handed on at once', 'An hour later'];
		const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
		const text = readFileSync(FILE, 'utf8');
		const [before = '', rest = ''] = text.split(START);
		const [shown = '', after = ''] = rest.split(END);
		if (process.env['UPDATE_DOCS'] === '1')
			writeFileSync(FILE, `${before}${START}\n\n${lines.join('\n')}\n\n${END}${after}`);
		else expect(cellsOf(shown)).toEqual(cellsOf(lines.join('\n')));
	});
});

const FILE = join(__dirname, '..', '..', 'docs', 'service', 'forwarding.md');
const START = '<!-- tried by UPDATE_DOCS=1 npm run jest -- test/service/forwardProof -->';
const END = '<!-- end of the tried part -->';

function provedBy(id: ProviderId, scheme: Scheme): Delivery {
	const body = Buffer.from(fixturesOf[id].inboundText('Grüße 👋'));
	return arrived(body, scheme.headers(body, SECRET), scheme.url?.(SECRET));
}

function asArrived({ method, path, headers, body }: Taken, url: string): Delivery {
	return { method, url: `${url}${path}`, headers, body, receivedAt: NOW.toISOString() };
}

function wordOf(verdict: { verified: string; reason?: string }): string {
	const words: Record<string, string> = {
		mismatch: 'no: the address is signed',
		stale: 'no: too old',
	};
	return words[verdict.reason ?? ''] ?? `no: ${verdict.reason ?? verdict.verified}`;
}

/** The cells of a table, however it is aligned. */
function cellsOf(table: string): string[][] {
	return table
		.trim()
		.split('\n')
		.filter((line) => !/^[|\s:-]+$/.test(line))
		.map((line) => line.split('|').map((cell) => cell.trim()));
}

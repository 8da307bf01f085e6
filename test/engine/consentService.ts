import { consentFor } from '../../core/consent/applies';
import type { Consent } from '../../core/consent/consentOf';
import type { ConsentKey, ConsentStatement } from '../../core/consent/statement';
import { asArray, asNumber, asObject, asString, defined, type JsonObject } from '../../core/json';
import { gate, type GateRequest, type GateSettings } from '../../core/policy/gate';
import { answerOf } from '../../core/policy/gateAnswer';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';

const TOKEN = 'a-token-of-the-service';
const HOUR = 3_600_000;

/** The HTTP API of the connector service with a ledger in memory; what it decides, core/ decides. */
export function useConsentService() {
	let server: RecordingServer;
	const ledger = new Ledger();
	const service = {
		/** Answers instead of the service, where it gives a reply. */
		fault: (() => undefined) as (request: Recorded) => Reply | undefined,
		requests: [] as Recorded[],
		counted: ledger.counted,
		/** Purposes of that kind, besides the one of that name. */
		transactional: ledger.transactional,
		url: (): string => server.url,
		credentials: (token = TOKEN, baseUrl = server.url) => ({
			rcsConnectorsApi: { baseUrl: `${baseUrl}/`, token },
		}),
		/** The bodies it was asked with at a path. */
		asked: (path: string): JsonObject[] =>
			service.requests.filter((one) => one.path === path).map(({ json }) => asObject(json)),
		tell: (phone: string, state: ConsentStatement['state'], more: JsonObject = {}) =>
			ledger.record({ phone, state, ...more }),
	};
	beforeAll(async () => {
		server = await recordingServer((request) => service.fault(request) ?? ledger.answer(request));
		service.requests = server.requests;
	});
	afterAll(() => server.stop());
	beforeEach(() => {
		server.requests.length = 0;
		service.fault = () => undefined;
		ledger.clear();
	});
	return service;
}

class Ledger {
	private readonly statements = new Map<string, ConsentStatement>();
	/** When messages count for whom, by their id. */
	readonly counted = new Map<string, { who: string; at: number }>();
	readonly transactional = new Set<string>();

	clear(): void {
		this.statements.clear();
		this.counted.clear();
		this.transactional.clear();
	}

	answer({ path, headers, json }: Recorded): Reply {
		if (headers.authorization !== `Bearer ${TOKEN}`) {
			const message = 'The token is not known here';
			return { status: 401, body: { error: { category: 'auth', message, advice: 'Look it up' } } };
		}
		const body = asObject(json);
		const many = (name: string) => asArray(body[name]).map(asObject);
		switch (path) {
			case '/v1/gate':
				return ok({ results: many('requests').map((one) => this.ask(one, body)) });
			case '/v1/gate/release':
				return ok({ released: many('requests').filter(({ id }) => this.release(id)).length });
			case '/v1/consent':
				return ok({ results: many('statements').map((one) => this.record(one)) });
			case '/v1/consent/check':
				return ok({ results: many('checks').map((one) => this.shown(one)) });
			case '/v1/consent/history':
				return ok(this.history(String(body['phone'])));
			default:
				return { status: 404, body: {} };
		}
	}

	record(told: JsonObject) {
		const now = new Date().toISOString();
		const id = asString(told['id']) ?? `statement-${this.statements.size}`;
		const recorded = !this.statements.has(id);
		const usual = { level: 'single', origin: 'person', source: 'api', occurredAt: now };
		const statement = { ...usual, ...told, id, key: keyOf(told), recordedAt: now };
		if (recorded) this.statements.set(id, statement as unknown as ConsentStatement);
		return { id, recorded, consent: this.shown(told) };
	}

	/** What the configuration says. */
	private kindOf({ purpose }: ConsentKey): Pick<GateRequest, 'kind'> {
		return this.transactional.has(purpose) ? { kind: 'transactional' } : {};
	}

	private release(id: unknown): boolean {
		return this.counted.delete(String(id));
	}

	private consent(key: ConsentKey, more: Pick<GateRequest, 'traffic'> = {}): Consent {
		const own = [...this.statements.values()].filter((one) => one.key.phone === key.phone);
		return consentFor({ ...key, ...this.kindOf(key), ...more }, own);
	}

	private shown(told: JsonObject) {
		const key = keyOf(told);
		const { state, since, decidedBy } = this.consent(key);
		const { id: statementId, source, level } = decidedBy ?? {};
		return { ...key, state, since, source, level, statementId };
	}

	private history(phone: string) {
		const statements = [...this.statements.values()]
			.filter(({ key }) => key.phone === phone)
			.reverse();
		return { phone, consents: [this.shown({ phone })], statements };
	}

	private ask(request: JsonObject, { settings, dryRun }: JsonObject) {
		const key = keyOf(request);
		const { id, traffic, country, timeZone, at } = request;
		const who = JSON.stringify([key.phone, key.purpose]);
		const others = [...this.counted].filter(([other, one]) => other !== id && one.who === who);
		const asked = {
			...key,
			...{ traffic, country, timeZone },
			at: at === undefined ? Date.now() : Date.parse(String(at)),
			...this.kindOf(key),
			consent: this.consent(key, defined({ traffic: traffic as GateRequest['traffic'] })),
			sentTimes: others.map(([, one]) => one.at),
		};
		const answer = answerOf(gate(asked as GateRequest, settingsOf(asObject(settings))));
		if (answer.outcome === 'send' && dryRun !== true)
			this.counted.set(String(id), { who, at: asked.at });
		return { id, ...answer };
	}
}

function keyOf(told: JsonObject): ConsentKey {
	const { phone, agent = '*', purpose = 'marketing' } = told;
	return { phone: String(phone), agent: String(agent), purpose: String(purpose) };
}

function settingsOf(settings: JsonObject): GateSettings {
	const caps = asArray(settings['caps']).map(asObject);
	return {
		...settings,
		caps: caps.map(({ max, hours }) => ({
			max: asNumber(max) ?? 0,
			periodMs: (asNumber(hours) ?? 0) * HOUR,
		})),
	};
}

function ok(body: unknown): Reply {
	return { status: 200, body };
}

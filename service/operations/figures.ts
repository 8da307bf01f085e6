import { collectDefaultMetrics, Counter, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is counted in this process since it started. */
export function makeFigures(registry: Registry) {
	collectDefaultMetrics({ register: registry });
	const registers = [registry];
	return {
		webhooks: new Counter({
			name: 'rcs_webhooks_total',
			help: 'Webhooks of providers that were taken, or refused because they prove nothing',
			labelNames: ['connection', 'outcome'],
			registers,
		}),
		unread: new Counter({
			name: 'rcs_webhooks_unread_total',
			help: 'Parts of webhooks that nobody could read; an opt-out may be among them',
			labelNames: ['connection'],
			registers,
		}),
		events: new Counter({
			name: 'rcs_events_total',
			help: 'Events that arrived: new ones, and ones that were here before',
			labelNames: ['outcome'],
			registers,
		}),
		commitEvents: new Histogram({
			name: 'rcs_commit_events',
			help: 'Events in one commit',
			buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
			registers,
		}),
		commitSeconds: new Histogram({
			name: 'rcs_commit_seconds',
			help: 'Seconds that a commit of events took',
			buckets: SECONDS,
			registers,
		}),
		crmCalls: new Counter({
			name: 'rcs_crm_calls_total',
			help: 'Calls of CRMs, by what became of them',
			labelNames: ['connection', 'outcome'],
			registers,
		}),
		forwards: new Counter({
			name: 'rcs_forwards_total',
			help: 'Attempts to hand a webhook on',
			labelNames: ['connection', 'outcome'],
			registers,
		}),
		gate: new Counter({
			name: 'rcs_gate_decisions_total',
			help: 'Messages the gate was asked about, by the rule that decided',
			labelNames: ['outcome', 'rule'],
			registers,
		}),
		requests: new Histogram({
			name: 'rcs_http_request_seconds',
			help: 'Seconds until a request was answered',
			labelNames: ['method', 'route', 'status'],
			buckets: SECONDS,
			registers,
		}),
	};
}

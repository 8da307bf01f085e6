import type { IExecuteFunctions } from 'n8n-workflow';
import type { ProviderError } from '../../../core/errors';
import { asArray, asObject, asString, defined } from '../../../core/json';
import { sendingTime } from '../../../core/message/time';
import { gate } from '../../../core/policy/gate';
import { answerOf, type GateAnswer, readAnswer } from '../../../core/policy/gateAnswer';
import type { SendResult } from '../../../core/provider';
import { clock } from '../../shared/clock';
import type { ConnectorService } from '../../shared/connectorService';
import { askInBatches } from '../../shared/inBatches';
import { SERVICE_FIRST } from '../../shared/serviceErrors';
import type { Answer, Answers, Asking, Keeper, Results } from './asking';
import type { Cap } from './cap';

/** The gate of the connector service, which counts for all workflows. What it does not answer is not let through. */
export class ServiceKeeper implements Keeper {
	/** Messages that count there. */
	private readonly reserved = new Set<string>();
	private unreleased = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly service: ConnectorService,
		private readonly cap: Cap | undefined,
		private readonly retries: number,
	) {}

	async ask(asking: readonly Asking[], dryRun: boolean): Promise<Answers> {
		const answers = new Map<string, Answer>();
		for (const [settings, group] of this.bySettings(asking)) {
			const ask = (some: readonly Asking[]) => this.askBatch(some, settings, dryRun);
			const told = await askInBatches(group, ask, this.retries);
			group.forEach((one, i) => {
				const answer = told[i];
				if (answer?.ok) answers.set(one.message.id, answer.value);
				else if (answer) answers.set(one.message.id, unasked(one, answer.error));
			});
		}
		return answers;
	}

	async settle(sent: readonly Asking[], results: Results): Promise<ReadonlySet<string>> {
		const unsent = sent
			.map(({ message: { id, to } }) => ({ id, phone: to }))
			.filter(({ id }) => this.reserved.has(id) && certainlyNotSent(results.get(id)));
		const released = await askInBatches(unsent, (some) => this.release(some), this.retries);
		const free = unsent.filter((_, i) => released[i]?.ok).map(({ id }) => id);
		for (const id of free) this.reserved.delete(id);
		this.unreleased += unsent.length - free.length;
		return new Set(free);
	}

	finish(): void {
		if (this.unreleased === 0) return;
		const message = `${SERVICE_FIRST} could not be told what was not sent: the frequency cap counts ${this.unreleased} too many.`;
		this.context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}

	private async askBatch(
		asking: readonly Asking[],
		settings: string,
		dryRun: boolean,
	): Promise<(GateAnswer | undefined)[]> {
		const answer = await this.service.post('/v1/gate', {
			requests: asking.map(requestOf),
			...asObject(JSON.parse(settings)),
			...(dryRun ? { dryRun } : {}),
		});
		const results = new Map(
			asArray(answer['results']).map((one) => [asString(asObject(one)['id']), readAnswer(one)]),
		);
		return asking.map(({ message: { id } }) => {
			const told = results.get(id);
			if (told?.outcome === 'send') this.reserved.add(id);
			return told;
		});
	}

	private async release(requests: readonly { id: string; phone: string }[]): Promise<true[]> {
		await this.service.post('/v1/gate/release', { requests });
		return requests.map(() => true);
	}

	/** One call has one set of rules; what the form leaves open, the configuration of the service says. */
	private bySettings(asking: readonly Asking[]): Map<string, Asking[]> {
		const groups = new Map<string, Asking[]>();
		for (const one of asking) {
			const { quietHours, transactional } = one.rules;
			const caps = this.cap && [this.cap];
			const settings = defined({ quietHours, caps, transactional });
			const key = JSON.stringify(Object.keys(settings).length > 0 ? { settings } : {});
			const group = groups.get(key);
			if (group) group.push(one);
			else groups.set(key, [one]);
		}
		return groups;
	}
}

function requestOf({ message, target }: Asking): object {
	const { purpose, traffic, country, timeZone, agent } = target;
	const { id, to: phone, schedule } = message;
	const now = clock.now();
	const time = sendingTime(schedule?.at, new Date(now));
	const at = time > now ? new Date(time).toISOString() : undefined;
	return defined({ id, phone, agent, purpose, traffic, at, country, timeZone });
}

/**
 * What holds for a message while the service does not answer: nothing shows that its person agreed, and nothing
 * but its name that its purpose is transactional, because the configuration of the service says that.
 */
function unasked({ message, target, rules }: Asking, cause: ProviderError): Answer {
	const at = sendingTime(message.schedule?.at, new Date(clock.now()));
	const { transactional } = rules;
	const strict = rules.ifLedgerDown === 'stop' && transactional?.consent !== 'nothing';
	const settings = strict ? { consent: 'optIn' as const } : transactional;
	const request = { ...target, consent: 'unknown' as const, phone: message.to, at };
	delete request.kind;
	const answer = answerOf(gate(request, { transactional: settings ?? {} }));
	if (answer.outcome === 'send') return answer;
	return { ...answer, why: `${answer.why}: ${cause.message}`, advice: cause.advice, cause };
}

/** One that the provider had before may count from then. */
function certainlyNotSent(result: SendResult | undefined): boolean {
	return result?.status === 'rejected' && result.error.category !== 'duplicate';
}

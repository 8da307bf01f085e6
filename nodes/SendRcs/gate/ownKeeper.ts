import type { IExecuteFunctions } from 'n8n-workflow';
import { sendingTime } from '../../../core/message/time';
import type { ReadyMessage } from '../../../core/message/types';
import { gate, type GateSettings } from '../../../core/policy/gate';
import { answerOf } from '../../../core/policy/gateAnswer';
import type { SendResult } from '../../../core/provider';
import { clock } from '../../shared/clock';
import type { Answer, Answers, Asking, Keeper, Results } from './asking';
import type { Cap } from './cap';
import type { ConsentCheck } from './readAsking';
import { SendHistory } from './sendHistory';

const HOUR = 3_600_000;

/** The gate in this node alone: consent as the items say it, and caps by what this node sent. */
export class OwnKeeper implements Keeper {
	private readonly history: SendHistory | undefined;
	private hasSent = false;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly check: ConsentCheck,
		private readonly cap: Cap | undefined,
	) {
		this.history = cap && historyOf(context, cap);
	}

	async ask(asking: readonly Asking[]): Promise<Answers> {
		const planned = new Map<string, number[]>();
		const now = new Date(clock.now());
		return new Map(asking.map((one) => [one.message.id, this.answer(one, planned, now)]));
	}

	async settle(sent: readonly Asking[], results: Results): Promise<ReadonlySet<string>> {
		const free = new Set<string>();
		const now = new Date(clock.now());
		for (const { message, target } of sent) {
			if (counts(results.get(message.id)))
				this.history?.note(message.to, target.purpose, timeOf(message, now));
			else free.add(message.id);
		}
		this.hasSent ||= sent.length > 0;
		return free;
	}

	finish(): void {
		if (!this.history || !this.hasSent) return;
		const forgotten = this.history.save();
		if (forgotten === 0) return;
		const message = `The frequency cap remembers the latest people only: ${forgotten} were forgotten, and may get more messages than it allows.`;
		this.context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}

	private answer(
		{ message, target, rules }: Asking,
		planned: Map<string, number[]>,
		now: Date,
	): Answer {
		const key = JSON.stringify([message.to, target.purpose]);
		const own = planned.get(key) ?? [];
		const at = timeOf(message, now);
		const past = this.history?.timesOf(message.to, target.purpose) ?? [];
		const request = { ...target, phone: message.to, at, sentTimes: [...past, ...own] };
		const answer = answerOf(gate(request, this.settings(rules)));
		if (answer.outcome === 'send') planned.set(key, [...own, at]);
		return answer;
	}

	/** Without a consent check, nobody said what messages are for: a cap then is for all of them. */
	private settings({ quietHours, transactional }: Asking['rules']): GateSettings {
		const isOff = this.check === 'off';
		return {
			...(isOff ? { consent: 'off' } : {}),
			...(quietHours ? { quietHours } : {}),
			...(this.cap ? { caps: [{ max: this.cap.max, periodMs: this.cap.hours * HOUR }] } : {}),
			transactional: { ...transactional, caps: isOff },
		};
	}
}

function historyOf(context: IExecuteFunctions, { max, hours }: Cap): SendHistory {
	const key = `${context.getInstanceId()}:${context.getWorkflow().id ?? ''}`;
	const cap = { max, periodMs: hours * HOUR };
	return new SendHistory(context.getWorkflowStaticData('node'), key, cap, clock.now());
}

function timeOf({ schedule }: ReadyMessage, now: Date): number {
	return sendingTime(schedule?.at, now);
}

/** A message that may have arrived counts; one that the provider had before was counted then. */
function counts(result: SendResult | undefined): boolean {
	return result?.status === 'unknown' || (result?.status === 'accepted' && !result.duplicate);
}

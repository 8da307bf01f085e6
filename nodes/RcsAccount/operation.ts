import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { FileToUpload } from '../../core/chat';
import { providerError, RcsError } from '../../core/errors';
import type { Call, Provider } from '../../core/provider';
import { chosenText } from '../shared/chosen';
import { forSender } from '../shared/sender';
import type { Account } from '../shared/account';
import type { ConnectorService } from '../shared/connectorService';

/** One input item, and the node's form as filled in for it. */
export interface Job {
	item: number;
	input: INodeExecutionData;
	/** The value of a field; an empty text where it is not shown. */
	read(name: string): unknown;
	/** The workflow's time zone, for times without an offset. */
	timezone: string;
	/** The bytes of a file that the item carries. */
	file(property: string): Promise<FileToUpload>;
}

/** What became of one item, or of several that were done together. */
export type Outcome = { items: number[] } & ({ found: object[] } | { error: unknown });

/** The words a person chooses an operation or resource by. */
interface Words {
	name: string;
	value: string;
	description: string;
}

/** One thing that can be done with a resource. */
export interface Operation extends Words {
	/** What it does and to what, for n8n's list of actions. */
	action: string;
	fields: readonly INodeProperties[];
	/** Whose credential it takes. */
	asks: 'provider' | 'service' | 'nobody';
	/** Whether a provider can do it. */
	has(provider: Provider): boolean;
	/** Does it for all items; whoever reads the outcomes may stop at one that failed. */
	run(jobs: readonly Job[], connect: Connect): AsyncIterable<Outcome>;
}

/** Opens what an operation asks, by the credential of the node. */
export interface Connect {
	provider(): Promise<Account>;
	service(): Promise<ConnectorService>;
}

/** A kind of thing that an account holds. */
export interface Resource extends Words {
	operations: readonly Operation[];
}

/** What all operations at a provider say of themselves. `method`: what of the provider they call. */
type Description<Method> = Words &
	Pick<Operation, 'action' | 'fields'> & {
		method: (provider: Provider) => Method | undefined;
	};

/** An operation that is done for one item after the other. */
export function eachItem<Method>({
	method,
	run,
	...words
}: Description<Method> & {
	run: (method: Method, call: Call, job: Job) => Promise<object[]>;
}): Operation {
	return {
		...words,
		asks: 'provider',
		has: (provider) => method(provider) !== undefined,
		async *run(jobs, connect) {
			const account = await connect.provider();
			for (const job of jobs)
				yield await outcomeOf([job], () =>
					run(methodOf(account, method), callFor(account, job), job),
				);
		},
	};
}

/** An operation that is done for many items at once, `most` of them in one request. */
export function manyItems<Method, Part>({
	method,
	most,
	part,
	run,
	...words
}: Description<Method> & {
	most: number;
	/** What one item adds. */
	part: (job: Job) => Part;
	run: (method: Method, call: Call, parts: readonly Part[]) => Promise<object[]>;
}): Operation {
	return {
		...words,
		asks: 'provider',
		has: (provider) => method(provider) !== undefined,
		async *run(jobs, connect) {
			const account = await connect.provider();
			const { ready, failed } = partsOf(jobs, part);
			yield* failed;
			for (let at = 0; at < ready.length; at += most) {
				const batch = ready.slice(at, at + most);
				const parts = batch.map((one) => one.part);
				yield await outcomeOf(
					batch.map(({ job }) => job),
					() => run(methodOf(account, method), callFor(account), parts),
				);
			}
		},
	};
}

/** Reads every item, so that one that cannot be read does not hold up the others. */
export function partsOf<Part>(jobs: readonly Job[], part: (job: Job) => Part) {
	const ready: { job: Job; part: Part }[] = [];
	const failed: Outcome[] = [];
	for (const job of jobs) {
		try {
			ready.push({ job, part: part(job) });
		} catch (error) {
			failed.push({ items: [job.item], error });
		}
	}
	return { ready, failed };
}

export async function outcomeOf(
	jobs: readonly Job[],
	find: () => Promise<object[]>,
): Promise<Outcome> {
	const items = jobs.map(({ item }) => item);
	try {
		return { items, found: await find() };
	} catch (error) {
		return { items, error };
	}
}

/** What an operation calls; the form offers only what the provider can do, but workflows can be edited. */
function methodOf<Method>(
	{ provider }: Account,
	method: (provider: Provider) => Method | undefined,
): Method {
	const found = method(provider);
	if (found) return found;
	const message = `${provider.profile.displayName} cannot do this`;
	const advice = "Choose another operation, or another provider in the field 'Provider'.";
	throw new RcsError(providerError('configuration', message, { advice }));
}

function callFor(account: Account, job?: Job): Call {
	return { ...forSender(account, chosenText(job?.read('sender'))), now: new Date() };
}

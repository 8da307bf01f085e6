import type { INodeProperties } from 'n8n-workflow';
import { RcsError } from '../../core/errors';
import { asArray, asObject, type JsonObject } from '../../core/json';
import type { ConnectorService } from '../shared/connectorService';
import { strangeAnswer } from '../shared/serviceErrors';
import { campaignsOf, figureFilters } from './filters';
import { type Job, type Operation, outcomeOf } from './operation';
import { type Period, periodFields, periodOf } from './period';

const notice: INodeProperties = {
	displayName:
		'The Connector Service counts what it heard of all providers: which one is chosen above makes no difference.',
	name: 'figuresNotice',
	type: 'notice',
	default: '',
};

const figuresOf: INodeProperties = {
	displayName: 'Figures Of',
	name: 'figuresOf',
	type: 'options',
	options: [
		{
			name: 'All Together',
			value: 'total',
			description: 'One item, with the opt-ins and opt-outs of that time',
		},
		{
			name: 'Each Campaign',
			value: 'campaign',
			description: 'An item for each campaign, the largest first',
		},
	],
	default: 'total',
};

const compare: INodeProperties = {
	displayName: 'Compare With Period Before',
	name: 'compare',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the same figures of the equally long time before it, in the field before',
};

/** What became of messages, as the connector service counts it. */
export const getFigures: Operation = {
	name: 'Get Figures',
	value: 'getFigures',
	action: 'Get figures of campaigns',
	description:
		'Get how many messages were sent, delivered, read, clicked and replied to, and why others failed',
	fields: [notice, figuresOf, ...periodFields, compare, figureFilters],
	asks: 'service',
	has: () => true,
	async *run(jobs, connect) {
		const service = await connect.service();
		const now = new Date();
		for (const job of jobs)
			yield await outcomeOf([job], () => figuresFor(service, job, periodOf(job, now)));
	},
};

async function figuresFor(
	service: ConnectorService,
	job: Job,
	{ before, ...period }: Period,
): Promise<object[]> {
	const figures = await askFor(service, job, period);
	if (job.read(compare.name) !== true) return figures;
	const earlier = new Map(
		(await askFor(service, job, before)).map(({ campaign, causes: _, ...one }) => [campaign, one]),
	);
	return figures.map((one) => ({ ...one, before: earlier.get(one['campaign']) }));
}

async function askFor(
	service: ConnectorService,
	job: Job,
	{ from, to }: Pick<Period, 'from' | 'to'>,
): Promise<JsonObject[]> {
	const query = new URLSearchParams({
		from: from.toUTC().toISO() ?? '',
		to: to.toUTC().toISO() ?? '',
		by: String(job.read(figuresOf.name)),
	});
	for (const campaign of campaignsOf(job)) query.append('campaign', campaign);
	const { figures, ...span } = await service.get('/v1/figures', query);
	if (!Array.isArray(figures)) throw new RcsError(strangeAnswer());
	return asArray(figures).map((one) => {
		const { campaign, ...figure } = asObject(one);
		return { ...(campaign === undefined ? {} : { campaign }), ...span, ...figure };
	});
}

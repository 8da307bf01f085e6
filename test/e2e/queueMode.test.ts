import { describeCrashes } from './queueMode/crashes';
import { describeOrders } from './queueMode/orders';
import { describeStaticData } from './queueMode/staticData';
import { describeWaits } from './queueMode/waits';
import { describeWebhooks } from './queueMode/webhooks';
import { type QueueMode, startQueueMode } from './support/queueMode';

/** Our nodes in an n8n whose webhooks, executions and editor are processes of their own. */

let started: QueueMode | undefined;

function n8n(): QueueMode {
	if (!started) throw new Error('n8n in queue mode did not start');
	return started;
}

beforeAll(async () => {
	started = await startQueueMode();
});

afterAll(async () => {
	process.stdout.write(`${n8n().figures()}\n`);
	await n8n().stop();
});

describe('an order that has shipped', () => describeOrders(n8n));
describe('a webhook of a provider', () => describeWebhooks(n8n));
describe('a worker that writes static data', () => describeStaticData(n8n));
describe('a worker that ends in the middle of a send', () => describeCrashes(n8n));
describe('a question to a person', () => describeWaits(n8n));

import type { Execution } from '../../../scripts/n8n/types';
import { until } from '../../../scripts/n8n/until';
import type { PhoneEntry } from '../../../scripts/world/phone';
import {
	call,
	type ImportedWorkflow,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { night } from '../support/night';
import { outputs } from '../support/workflows';
import { api, arrived, latest } from '../support/world';

/** What is held at night goes out in the morning, once. It is the same night for all: each takes a minute. */

const PATIENCE_MS = 170_000;
const rules = JSON.stringify(night());
const asMarketing = { '"purpose": "marketing",': `"purpose": "marketing", "rules": ${rules},` };

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const cart = useWorkflow('abandoned-cart', () => ({
	...asMarketing,
	'"amount": 60,': '"amount": 0,',
}));
const cards = useWorkflow('ab-test', () => ({
	...asMarketing,
	rcs_ab_tests: 'e2e_ab_tests_night',
}));
const review = useWorkflow('delivered-review', () => ({
	'"quietHours": "country"': rules.slice(1, -1),
}));

type Ended = (isOver: (execution: Execution) => boolean) => Promise<Execution>;

/** Starts a workflow, which may take until the morning. */
async function begin({ id }: ImportedWorkflow, act: () => Promise<unknown>): Promise<Ended> {
	const after = await latest(id);
	await act();
	return (isOver) =>
		until(PATIENCE_MS, `the morning of workflow ${id}`, async () => {
			const [last] = await api.executions(id, 1);
			return last && Number(last.id) > Number(after) && isOver(last) ? last : undefined;
		});
}

const hasEnded = ({ finished }: Execution) => finished;
const waitsAt = (place: string) => (execution: Execution) =>
	execution.status === 'waiting' && execution.data?.resultData.lastNodeExecuted === place;

let people: Record<'cart' | 'cardA' | 'cardB' | 'review', Awaited<ReturnType<typeof newPhone>>>;
let ended: Record<'cart' | 'cards' | 'review', Ended>;
const fulfillment = sample<{ destination: object }>('shopify-fulfillment-delivered');
const delivered = (id: number) => ({
	...{ ...fulfillment, id, order_id: 4_000_009_042 },
	destination: { ...fulfillment.destination, phone: people.review.number },
});

beforeAll(async () => {
	const [cardA, cardB] = [await newPhone(43), await newPhone(44)];
	people = { cart: await newPhone(73), cardA, cardB, review: await newPhone(42) };
	const agreed = { state: 'optedIn', origin: 'person', source: 'form' };
	const statements = [people.cart, cardA, cardB].map(({ number: phone }) => ({ phone, ...agreed }));
	await service.post('/v1/consent', { statements });
	const checkout = sample<{ shipping_address: object }>('shopify-checkout');
	const shipping_address = { ...checkout.shipping_address, phone: people.cart.number };
	const recipients = [cardA.number, cardB.number];
	const list = { ...sample('ab-recipients'), campaign: 'e2e-night', recipients };
	ended = {
		cart: await begin(cart, () =>
			call('abandoned-cart', { ...checkout, token: 'e2e-night', shipping_address }),
		),
		cards: await begin(cards, () => call('ab-test', list)),
		review: await begin(review, () => call('order-delivered', delivered(6_000_042))),
	};
});

/** What a node gave for a message that it held, and that went out no sooner than it said. */
function heldBefore(execution: Execution, node: string, message: PhoneEntry): unknown {
	const [held] = outputs(execution, node)[1] ?? [];
	const { holdUntil } = (held?.json['rcs'] ?? held?.json ?? {}) as { holdUntil?: string };
	expect(holdUntil).toMatch(/:00\.000Z$/);
	const queued = message.legs?.[0]?.times['queued'] ?? '';
	expect(Date.parse(queued)).toBeGreaterThanOrEqual(Date.parse(holdUntil ?? ''));
	return held?.json;
}

it('the reminder of a cart', async () => {
	const execution = await ended.cart(waitsAt('Wait a Day'));
	const reminder = await people.cart.receives('The reminder', arrived);
	expect(heldBefore(execution, 'Send Reminder', reminder)).toMatchObject({
		...{ to: people.cart.number, reason: { category: 'quietHours' } },
	});
	expect(execution.data?.resultData.runData['Send Reminder']).toHaveLength(2);
	expect(outputs(execution, 'Not Sent')).toEqual([]);
	expect(await people.cart.texts()).toHaveLength(1);
});

it('the cards of a test, one to each person', async () => {
	const execution = await ended.cards(hasEnded);
	// n8n runs one branch to its end before the other, which then finds morning.
	const [node = ''] = ['Send Card A', 'Send Card B'].filter(
		(name) => (outputs(execution, name)[1] ?? []).length > 0,
	);
	for (const phone of [people.cardA, people.cardB])
		heldBefore(execution, node, await phone.receives('The card', arrived));
	expect(outputs(execution, 'Not Sent')).toEqual([]);
	for (const phone of [people.cardA, people.cardB]) expect(await phone.texts()).toHaveLength(1);
});

it('the question about an order', async () => {
	const execution = await ended.review(hasEnded);
	const question = await people.review.receives('The question', arrived);
	expect(textOf(question)).toContain('How do you like 1 × Canvas Backpack');
	expect(heldBefore(execution, 'Ask for Review', question)).toMatchObject({
		...{ to: people.review.number, reason: { category: 'quietHours' } },
	});
	const again = await review.startedBy(() => call('order-delivered', delivered(6_100_042)));
	expect(outputs(again, 'Ask for Review')).toEqual([]);
	expect(await people.review.texts()).toHaveLength(1);
});

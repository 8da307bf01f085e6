import type { Asking, Keeper } from '../../nodes/SendRcs/gate/asking';
import { sendThroughGate } from '../../nodes/SendRcs/gate/sendThroughGate';

const asking = Array.from({ length: 130 }, (_, i): Asking => ({
	message: { id: `${i}`, to: '+447700900001', content: { kind: 'text', text: 'Hi' } },
	target: { consent: 'unknown' },
	rules: { ifLedgerDown: 'send' },
}));

/** What happened, in order: how many were asked for and sent, and how long was waited. */
async function steps(perSecond?: number): Promise<string[]> {
	const seen: string[] = [];
	const keeper: Keeper = {
		ask: async (some) => {
			seen.push(`ask ${some.length}`);
			return new Map(some.map(({ message }) => [message.id, { outcome: 'send', checks: [] }]));
		},
		settle: async () => new Set(),
		finish: () => seen.push('finish'),
	};
	const wait = async (ms: number) => void seen.push(`wait ${ms}`);
	await sendThroughGate(
		keeper,
		asking,
		async (messages) => {
			seen.push(`send ${messages.length}`);
			return new Map(
				messages.map(({ id, to }) => [id, { id, to, status: 'accepted', raw: null } as const]),
			);
		},
		perSecond === undefined ? {} : { perSecond },
		{ wait },
	);
	return seen;
}

it('asks for all messages at once where they go out at once', async () => {
	expect(await steps()).toEqual(['ask 130', 'send 130', 'finish']);
	expect(await steps(100)).toEqual(['ask 130', 'send 130', 'finish']);
});

it('asks for what goes out within a minute under a rate limit, and keeps to the limit between', async () => {
	expect(await steps(1)).toEqual([
		...['ask 60', 'send 60', 'wait 1020'],
		...['ask 60', 'send 60', 'wait 1020'],
		...['ask 10', 'send 10', 'finish'],
	]);
});

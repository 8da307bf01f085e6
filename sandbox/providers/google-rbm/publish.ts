import type { NetworkEvent } from '../../network/types';
import type { World } from '../provider';
import { launchEvent, serverEvent, userEvent, userMessage } from './payloads';
import { target, type WebhookSettings } from './webhooks';

type LegEvent = Extract<NetworkEvent, { type: 'leg' }>;

export interface Publisher {
	/** Where webhooks go from now on; undefined: nowhere. */
	setWebhook(settings: WebhookSettings | undefined): void;
	/** Whether a message whose time is up cannot be taken back. */
	setRevokeFails(fails: boolean): void;
	launchChanged(before: string, now: string): void;
	onNetwork(event: NetworkEvent): void;
}

/** Turns what happens on the network into Google's webhooks. */
export function createPublisher({ outbox, scheduler }: World): Publisher {
	let webhook: WebhookSettings | undefined;
	let revokeFails = false;

	function push(type: string, payload: object | undefined): void {
		if (webhook && payload) outbox.push(target(webhook), type, payload);
	}

	/** There is no event for what did not arrive, but for the end of its time. */
	function onLeg({ message, leg }: LegEvent): void {
		const { to, id, validityMs } = message;
		if (leg.state === 'delivered') push('event', userEvent(to, 'DELIVERED', id));
		if (leg.state === 'read') push('event', userEvent(to, 'READ', id));
		if (leg.state === 'expired') expire(to, id);
		if (leg.state === 'failed' && validityMs !== undefined)
			scheduler.after(validityMs, () => expire(to, id));
	}

	function expire(to: string, id: string): void {
		const eventType = revokeFails ? 'TTL_EXPIRATION_REVOKE_FAILED' : 'TTL_EXPIRATION_REVOKED';
		push('event', serverEvent(to, id, eventType));
	}

	return {
		setWebhook: (settings) => void (webhook = settings),
		setRevokeFails: (fails) => void (revokeFails = fails),
		launchChanged: (before, now) => push('agent_launch_event', launchEvent(before, now)),
		onNetwork(event) {
			if (event.type === 'leg') onLeg(event);
			if (event.type === 'userTyping') push('event', userEvent(event.phone, 'IS_TYPING'));
			if (event.type !== 'inbound') return;
			const { inbound } = event;
			push('message', userMessage(inbound));
			if (inbound.kind === 'unsubscribe' || inbound.kind === 'subscribe')
				push('event', userEvent(inbound.phone, inbound.kind.toUpperCase()));
		},
	};
}

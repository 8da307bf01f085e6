import type { Inbound } from '../../network/types';

const INVITES_A_DAY = 20;
const INVITES_IN_ALL = 200;
const DAY_MS = 86_400_000;

export const launchStates = ['PENDING', 'LAUNCHED', 'REJECTED', 'SUSPENDED', 'UNLAUNCHED'] as const;
export type LaunchState = (typeof launchStates)[number];

export const inviteStatuses = ['PENDING', 'ACCEPTED', 'DECLINED'] as const;
export type InviteStatus = (typeof inviteStatuses)[number];

/** What Google knows of the agent and of the people it may write to. */
export interface AgentState {
	launch: LaunchState;
	/** Whether the agent may write to a person: to all once it is launched, else to its testers. */
	maySendTo(phone: string): boolean;
	/** False when today's or all invitations are used up. */
	invite(phone: string): boolean;
	answerInvite(phone: string, status: InviteStatus): boolean;
	/** Takes note of what a person does: they may unsubscribe. */
	heard(inbound: Inbound): void;
	/** Takes note of a message. Promotions to the unsubscribed are delivered, and against the rules. */
	sent(phone: string, messageId: string, traffic: string | undefined): void;
	policyViolations(): readonly string[];
	reset(): void;
}

export function createAgentState(): AgentState {
	const invites = new Map<string, InviteStatus>();
	let invitedAt: number[] = [];
	const unsubscribed = new Set<string>();
	const violations: string[] = [];

	return {
		launch: 'LAUNCHED',
		maySendTo(phone) {
			return this.launch === 'LAUNCHED' || invites.get(phone) === 'ACCEPTED';
		},
		invite(phone) {
			const today = invitedAt.filter((at) => Date.now() - at < DAY_MS);
			if (today.length >= INVITES_A_DAY || invitedAt.length >= INVITES_IN_ALL) return false;
			invitedAt.push(Date.now());
			invites.set(phone, 'PENDING');
			return true;
		},
		answerInvite(phone, status) {
			if (!invites.has(phone)) return false;
			invites.set(phone, status);
			return true;
		},
		heard({ kind, phone }) {
			if (kind === 'unsubscribe') unsubscribed.add(phone);
			if (kind === 'subscribe') unsubscribed.delete(phone);
		},
		sent(phone, messageId, traffic) {
			if (traffic === 'PROMOTION' && unsubscribed.has(phone)) violations.push(messageId);
		},
		policyViolations: () => violations,
		reset() {
			this.launch = 'LAUNCHED';
			invites.clear();
			invitedAt = [];
			unsubscribed.clear();
			violations.length = 0;
		},
	};
}

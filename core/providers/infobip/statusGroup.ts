import type { MessageState } from '../../chat';
import { asNumber, asObject, asString, lookUp } from '../../json';
import { statusIds } from './errorIds';

/** Groups of a status by their id. Source: "Response status and error codes". */
const groups = ['ACCEPTED', 'PENDING', 'UNDELIVERABLE', 'DELIVERED', 'EXPIRED', 'REJECTED'];

/** The name of a status; one that is only a number has the name of that number. */
export function statusName(status: unknown): string | undefined {
	const { name, id } = asObject(status);
	return asString(name) ?? lookUp(statusIds, asString(id));
}

/** The group of a status: by its name, else by its id, else by how the status is named. Some call group 0 OK. */
export function statusGroup(status: unknown): string | undefined {
	const { groupName, groupId } = asObject(status);
	const name =
		asString(groupName) ?? groups[asNumber(groupId) ?? -1] ?? groupIn(statusName(status));
	return name === 'OK' ? 'ACCEPTED' : name;
}

function groupIn(name: string | undefined): string | undefined {
	return groups.find((group) => name?.startsWith(`${group}_`));
}

const states: Readonly<Record<string, MessageState>> = {
	ACCEPTED: 'queued',
	PENDING: 'sent',
	DELIVERED: 'delivered',
	EXPIRED: 'expired',
	UNDELIVERABLE: 'failed',
	REJECTED: 'failed',
};

/** What a status means for its message. Only one kind of pending waits at Infobip itself. */
export function stateOf(status: unknown): MessageState {
	if (statusName(status) === 'PENDING_ACCEPTED') return 'queued';
	return lookUp(states, statusGroup(status)) ?? 'unknown';
}

/** Whether an answer with this status is a refusal. */
export function isRefusal(status: unknown): boolean {
	return ['failed', 'expired'].includes(stateOf(status));
}

import type { EventType } from '../../../event/types';
import { asObject, asString, defined, type JsonObject, lookUp } from '../../../json';
import { toResult } from '../capability';
import { type Draft, number } from './draft';

/** One number of an asynchronous capability check. */
export function readCapability(result: JsonObject, receivedAt: string): Draft {
	const { phoneNumber, code, messageId } = asObject(result['capabilityCheckResult']);
	const user = number(phoneNumber);
	return {
		type: 'capability.result',
		providerEventId: asString(messageId),
		user,
		capability: user ? toResult(user, asString(code), receivedAt) : undefined,
	};
}

const templateEvents: Readonly<Record<string, EventType>> = {
	APPROVED: 'template.approved',
	REJECTED: 'template.rejected',
};

export function readTemplate(result: JsonObject): Draft {
	const { name, templateStatus, comment, updatedAt } = result;
	const status = asString(templateStatus) ?? '';
	return {
		type: lookUp(templateEvents, status) ?? 'template.updated',
		occurredAt: asString(updatedAt),
		template: { name: asString(name) ?? '', status, ...defined({ comment: asString(comment) }) },
	};
}

/** A conversation that is billed as one began, with a message of either side. */
export function readConversationStarted(result: JsonObject): Draft {
	const { messageId, conversation } = result;
	return {
		type: 'conversation.started',
		messageId: asString(messageId),
		occurredAt: asString(asObject(conversation)['startTime']),
	};
}

/** Sender, launch and test number updates name themselves in `event`. */
export function readAgentUpdate(result: JsonObject): Draft {
	const { senderName, updatedAt, event, senderStatus, testNumber, testNumberStatus } = result;
	return {
		type: asString(event)?.startsWith('RCS_') ? 'agent.updated' : 'unknown',
		agent: asString(senderName),
		user: number(testNumber),
		occurredAt: asString(updatedAt),
		text: asString(testNumberStatus) ?? asString(senderStatus),
	};
}

import { randomUUID } from 'node:crypto';

import { compact } from '../../json';
import { toE164 } from '../../network/phones';
import { readTime } from '../../validation';
import type { FailureReason } from '../../network/types';
import type { World } from '../provider';
import { DEFAULT_SENDER, findSender, type Records } from './account';
import type { Reach } from './reach';
import { toFallback, toHandset, toValidityMs } from './handset';
import { statuses, type Status } from './status';
import type { Templates } from './templates';
import type { Destination, MessageRequest, RcsContent, RcsMessage } from './types';
import { nextOpening } from './window';

interface MessageResponse {
	messageId: string;
	status: Status;
	destination: string;
}

/** Commits the messages of a request that passed every check; each destination gets its own answer. */
export function send(
	request: MessageRequest,
	{ network }: World,
	records: Records,
	templates: Templates,
	reach: Reach,
): { bulkId: string; messages: MessageResponse[] } {
	const schedule = request.options?.schedule;
	const bulkId = schedule?.bulkId ?? randomUUID();
	const sendAt = schedule?.sendAt === undefined ? undefined : new Date(readTime(schedule.sendAt));

	function submit(message: RcsMessage, destination: Destination): MessageResponse {
		const messageId = destination.messageId || randomUUID();
		const answer = (status: Status): MessageResponse => ({
			messageId,
			status,
			destination: destination.to,
		});
		const agent = findSender(message.sender ?? DEFAULT_SENDER);
		if (!agent) return answer(statuses.unknownSender);
		const to = toE164(destination.to);
		if (!to) return answer(statuses.invalidDestination);

		const { options = {}, webhooks = {} } = message;
		const rendered =
			message.content.type === 'PROVIDER_TEMPLATE'
				? templates.render(agent.id, message.content)
				: message.content;
		const noTester = !reach.mayReach(agent, to);
		const committed = network.submit(
			compact({
				id: messageId,
				agent,
				to,
				content: toHandset(rendered ?? { type: 'TEXT', text: '' }),
				refusal: refusalOf(noTester, rendered === undefined),
				fallback: toFallback(options, agent.id),
				validityMs: toValidityMs(options.validityPeriod),
				startAt: startAt(message, sendAt),
			}),
		);
		if (!committed) return answer(statuses.duplicate);
		const interactionType = interactionTypeOf(message.content);
		const { content } = message;
		records.set(committed, { bulkId, content, options, webhooks, interactionType, noTester });
		return answer(statuses.accepted);
	}

	return {
		bulkId,
		messages: request.messages.flatMap((message) =>
			message.destinations.map((destination) => submit(message, destination)),
		),
	};
}

/** Why the network will refuse a message, where that is known beforehand. */
function refusalOf(noTester: boolean, badTemplate: boolean): FailureReason | undefined {
	if (noTester) return 'notReachable';
	return badTemplate ? 'badTemplate' : undefined;
}

function startAt({ options }: RcsMessage, sendAt: Date | undefined): Date | undefined {
	const window = options?.deliveryTimeWindow;
	return window ? nextOpening(window, sendAt ?? new Date()) : sendAt;
}

const BASIC_MESSAGE_LENGTH = 160;

function interactionTypeOf(content: RcsContent): string {
	switch (content.type) {
		case 'TEXT':
			return content.suggestions?.length || [...content.text].length > BASIC_MESSAGE_LENGTH
				? 'SINGLE_MESSAGE'
				: 'BASIC_MESSAGE';
		case 'FILE':
			return 'RICH_MEDIA_MESSAGE';
		default:
			return 'RICH_MESSAGE';
	}
}

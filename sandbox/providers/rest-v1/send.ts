import { randomUUID } from 'node:crypto';

import { compact } from '../../json';
import type { Network } from '../../network/network';
import type { Message } from '../../network/types';
import { readTime } from '../../validation';
import { agent } from './account';
import { type Refused, refused } from './errors';
import { toHandset } from './handset';
import type { Records, SentRecord } from './records';
import { brokenByMessage } from './rules';
import type { Templates } from './templates';
import type { MessageBody } from './types';

const INVALID = 'The message is not valid';
const LONGEST_VALIDITY_MS = 15 * 24 * 3_600_000;

/** Commits one message whose shape is right, or says why not. */
export function createSender(
	network: Network,
	records: Records,
	templates: Templates,
	onAccepted: (message: Message) => void,
) {
	return (body: MessageBody): { message: Message } | Refused => {
		const now = new Date();
		const broken = brokenByMessage(body, now);
		if (broken.length > 0) return refused(400, 'INVALID_REQUEST', INVALID, broken);
		const { from = agent.id, template_id: template, language, variables = {} } = body;
		if (from !== agent.id) {
			const unknown = [{ property: 'from', violation: 'is not a sender of this account' }];
			return refused(400, 'INVALID_REQUEST', INVALID, unknown);
		}
		const content = template ? templates.render(template, language, variables) : body.content;
		if (!content) {
			const message = `Template ${template} is not approved, or lacks variables`;
			return refused(400, 'INVALID_TEMPLATE', message);
		}
		const id = body.message_id ?? randomUUID();
		const { sms_fallback: sms, send_at: sendAt } = body;
		const message = network.submit(
			compact({
				id,
				agent,
				to: body.to,
				content: toHandset(content),
				fallback: sms && {
					channel: 'SMS' as const,
					sender: sms.from ?? agent.name,
					text: sms.text,
					mediaUrls: [],
				},
				validityMs: validityMs(body, now),
				startAt: sendAt ? new Date(readTime(sendAt)) : undefined,
			}),
		);
		if (!message) return refused(409, 'DUPLICATE_MESSAGE', `Message id ${id} was already used`);
		records.set(message, recordOf(body));
		onAccepted(message);
		return { message };
	};
}

export type Sender = ReturnType<typeof createSender>;

function recordOf({ client_ref, campaign_id, callback_data, status_url }: MessageBody): SentRecord {
	const references = compact({ client_ref, campaign_id, callback_data });
	return compact({ references, statusUrl: status_url });
}

function validityMs(
	{ validity_seconds: seconds, expires_at: expires }: MessageBody,
	now: Date,
): number {
	if (seconds !== undefined) return seconds * 1000;
	return expires ? readTime(expires) - now.getTime() : LONGEST_VALIDITY_MS;
}

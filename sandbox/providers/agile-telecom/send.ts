import { randomUUID } from 'node:crypto';

import { compact } from '../../json';
import type { Network } from '../../network/network';
import type { Message } from '../../network/types';
import { compile, readTime, violationsOf, type Violation } from '../../validation';
import { agent, type Dashboard } from './account';
import { toFallback, toHandset } from './handset';
import { filled } from './placeholders';
import { missingFields, senselessFields } from './rules';
import { flatBody } from './schema/content';
import { sendRequests } from './schema/requests';
import { smsParts } from './smsParts';
import { flatContent, type TemplateStore } from './templates';
import type { ContentBody, SendRequest, SmsBody } from './types';

const isRequest = {
	flat: compile<SendRequest>(sendRequests.flat),
	nested: compile<SendRequest>(sendRequests.nested),
};
const isContent = compile<ContentBody>(flatBody);

export type Answer = { status: 200; body: object; message?: Message; muted?: boolean } | Refused;
interface Refused {
	status: 400 | 404 | 422;
	violations: Violation[];
}

interface Platform {
	network: Network;
	dashboard: Dashboard;
	templates: TemplateStore;
}

/** POST /api/message-server/rcs/send. */
export function send(platform: Platform, input: unknown): Answer {
	const isValid = isRequest[platform.dashboard.bodyStyle];
	if (!isValid(input)) return { status: 400, violations: violationsOf(isValid) };
	const missing = missingFields(input);
	if (missing.length > 0) return { status: 400, violations: missing };
	if (String(input.agentId) !== agent.id) return { status: 404, violations: [] };
	const read = readContent(input, platform.templates);
	if ('status' in read) return read;
	const senseless = senselessFields(input, read.content, Date.now());
	if (senseless.length > 0) return { status: 422, violations: senseless };
	return deliver(platform, input, read);
}

interface Read {
	content: ContentBody;
	sms: SmsBody | undefined;
}

/** What is to be shown, with its placeholders filled, and the SMS that follows. */
function readContent(request: SendRequest, templates: TemplateStore): Read | Refused {
	const { templateId, placeholders = {}, fallbackSms } = request;
	const template = templateId === undefined ? undefined : templates.find(templateId);
	if (templateId !== undefined && !template) return { status: 404, violations: [] };
	const raw = template ? flatContent(template) : unnested(request.body);
	const content = filled(raw, placeholders);
	if (!isContent(content)) return { status: 422, violations: violationsOf(isContent) };
	return { content, sms: filled(fallbackSms ?? template?.body.fallbackSms, placeholders) };
}

function unnested(body: object = {}): object {
	const { body: inner, ...rest } = { body: undefined, ...body };
	return { ...rest, ...(inner ?? {}) };
}

function deliver({ network, dashboard }: Platform, request: SendRequest, read: Read): Answer {
	const { messageId = randomUUID(), simulation = false, enableNotification = true } = request;
	const { agentActive } = dashboard;
	const rcs = { accepted: agentActive, reasons: agentActive ? [] : ['Agent not active'] };
	const sms = read.sms ? smsResult(read.sms, request.maxSmsParts) : null;
	const body = { messageId, simulation, results: { rcs, sms } };
	if (simulation || !(rcs.accepted || sms?.accepted)) return { status: 200, body };
	const message = network.submit(
		compact({
			id: messageId,
			agent,
			to: request.destination,
			content: toHandset(read.content),
			fallback: toFallback(request.fallbackWhatsApp, sms?.accepted ? read.sms : undefined),
			startAt: startOf(request.scheduledDate),
			refusal: agentActive ? undefined : ('notReachable' as const),
		}),
	);
	if (message) return { status: 200, body, message, muted: !enableNotification };
	return { status: 422, violations: [{ property: 'messageId', violation: 'was used before' }] };
}

const startOf = (date: string | undefined): Date | undefined =>
	date === undefined ? undefined : new Date(readTime(date.replace(' ', 'T')));

/** A text of more parts than allowed is not sent by SMS. */
function smsResult({ text }: SmsBody, most = Infinity) {
	const { unicode, parts } = smsParts(text);
	const accepted = parts <= most;
	const reasons = accepted ? [] : [`The SMS has ${parts} parts, but maxSmsParts is ${most}`];
	return { accepted, unicode, parts, reasons };
}

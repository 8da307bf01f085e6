import type { FastifyInstance } from 'fastify';

import { compact } from '../../json';
import type { SandboxProvider, World } from '../provider';
import { createRecords, senders } from './account';
import { createAuth } from './auth';
import { apiError, apiException } from './errors';
import { createPublisher } from './publish';
import { createReach } from './reach';
import { consoleRoutes } from './routes/console';
import { logRoutes } from './routes/logs';
import { messageRoutes } from './routes/messages';
import { profileRoutes } from './routes/profiles';
import { type KeptReport, reportRoutes } from './routes/reports';
import { senderRoutes } from './routes/senders';
import { subscriptionRoutes } from './routes/subscriptions';
import { templateRoutes } from './routes/templates';
import { testNumberRoutes } from './routes/testNumbers';
import { createSubscriptions } from './subscriptions';
import { createTemplates } from './templates';
import { createTestNumbers, type TestNumber } from './testNumbers';
import { infobipTime } from './times';

const REPORTS_KEPT = 10_000;
const TOKEN_PATH = '/auth/1/oauth2/token';

/** Infobip's RCS API, as its OpenAPI description (version 3.210) says. */
export function infobip(world: World): SandboxProvider {
	const auth = createAuth();
	const records = createRecords();
	const subscriptions = createSubscriptions();
	const reports: KeptReport[] = [];
	const publisher = createPublisher(
		world.outbox,
		records,
		() => subscriptions.list(),
		(report) => {
			reports.push(report);
			if (reports.length > REPORTS_KEPT) reports.shift();
		},
	);
	const templates = createTemplates(world.scheduler, (template, comment) => {
		const { sender, name, status: templateStatus, lastUpdate } = template;
		const updatedAt = infobipTime(lastUpdate);
		publisher.push('TEMPLATE_UPDATE', sender, { name, templateStatus, comment, updatedAt });
	});
	const testNumbers = createTestNumbers(world.scheduler, world.network.phones, (entry) =>
		publisher.push('TEST_NUMBER_UPDATE', entry.sender.id, testNumberUpdate(entry)),
	);
	const reach = createReach(testNumbers);

	function routes(app: FastifyInstance): void {
		app.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body, done) => done(null, new URLSearchParams(String(body))),
		);
		app.addHook('onRequest', async ({ url, headers }, reply) => {
			if (url.endsWith(TOKEN_PATH) || auth.admits(headers.authorization)) return;
			const older = url.includes('/subscriptions/');
			await reply.code(401).send(older ? apiException(401, 'Unauthorized') : apiError(401));
		});
		app.post(TOKEN_PATH, async ({ body }, reply) => {
			const token = body instanceof URLSearchParams ? auth.issue(body) : undefined;
			return token ?? reply.code(401).send(apiError(401));
		});
		messageRoutes(app, world, records, templates, reach, () => subscriptions.list());
		reportRoutes(app, reports);
		logRoutes(app, world.network, records);
		templateRoutes(app, templates);
		subscriptionRoutes(app, subscriptions);
		profileRoutes(app, subscriptions);
		senderRoutes(app);
		testNumberRoutes(app, testNumbers);
	}

	return {
		id: 'infobip',
		agents: senders,
		routes,
		console: (app) => consoleRoutes(app, templates, testNumbers),
		refusal: (status) => apiError(status),
		onNetwork: (event) => publisher.onNetwork(event),
		reset() {
			auth.reset();
			subscriptions.reset();
			templates.reset();
			testNumbers.reset();
			reports.length = 0;
		},
	};
}

/** RCS_TEST_NUMBER_STATUS_UPDATE, as its webhook says. */
function testNumberUpdate({ sender, number, status, updatedAt }: TestNumber): object {
	const at = infobipTime(updatedAt);
	const isDone = status !== 'PENDING' && status !== 'WAITING_FOR_TESTER_ACCEPTANCE';
	return compact({
		event: 'RCS_TEST_NUMBER_STATUS_UPDATE',
		senderName: sender.id,
		testNumber: number,
		senderStatus: sender.status,
		testNumberStatus: status,
		updatedAt: at,
		completedAt: isDone ? at : undefined,
	});
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsCode, type Job, jobs } from './jobs';
import { N8nCli, nodeRun } from './n8nCli';
import { LocalProvider } from './provider';
import { workflow } from './workflow';

export interface SendFigures {
	sender: string;
	items: number;
	/** The sending node alone, as n8n measures it. */
	seconds: number;
	requests: number;
	mostInFlight: number;
	peakMb: number;
	messagesPerSecond: number;
	refused429: number;
	sent: number;
}

const ANSWER_AFTER_MS = 50;

/** Sends many items through a real n8n to a local provider, with each sender in a process of its own. */
export async function benchSendMany(report: (line: string) => void): Promise<SendFigures[]> {
	const folder = mkdtempSync(join(tmpdir(), 'rcs-bench-'));
	const provider = await LocalProvider.start(ANSWER_AFTER_MS);
	try {
		const n8n = new N8nCli(folder);
		await importAccounts(n8n, provider.url);
		const figures: SendFigures[] = [];
		for (const [i, job] of jobs(provider.url).entries()) {
			const found = await run(n8n, provider, job, `bench${i}`);
			figures.push(found);
			report(JSON.stringify(found));
		}
		return figures;
	} finally {
		await provider.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function importAccounts(n8n: N8nCli, baseUrl: string): Promise<void> {
	const account = (type: string, data: object) => ({ id: type, name: type, type, data });
	const infobip = { baseUrl, authentication: 'apiKey', apiKey: 'bench', agent: 'DemoShop' };
	const conversation = { baseUrl, authentication: 'bearer', token: 'bench' };
	await n8n.importJson('credentials', account('rcsInfobipApi', infobip));
	await n8n.importJson('credentials', account('rcsConversationApi', conversation));
}

async function run(
	n8n: N8nCli,
	provider: LocalProvider,
	job: Job,
	id: string,
): Promise<SendFigures> {
	await n8n.importJson('workflow', workflow(id, itemsCode(job), { Sender: job.sender }));
	provider.reset();
	provider.limitPerSecond = job.limitPerSecond;
	const { output, peakMb } = await n8n.execute(id);
	const { milliseconds, items: sent } = nodeRun(output, 'Sender');
	const { requests, mostInFlight, refused429, messages, firstMs, lastMs } = provider.seen;
	return {
		sender: job.name,
		items: job.items,
		seconds: Math.round(milliseconds / 10) / 100,
		requests,
		mostInFlight,
		peakMb,
		messagesPerSecond: Math.round((messages / ((lastMs - firstMs) / 1000)) * 10) / 10,
		refused429,
		sent,
	};
}

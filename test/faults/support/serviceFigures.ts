import { setTimeout as sleep } from 'node:timers/promises';

/** A line of the figures of a service: what is counted, and how much. */
const LINE = /^(rcs_outbox|rcs_queue_jobs)\{([^}]*)\} (\d+)$/gm;

const PATIENCE_MS = 300_000;
const STEP_MS = 200;

/** Resolves when everything was digested and written; `url` is where a process of the service is. */
export const drained = (url: string): Promise<void> => nothingLeft(url, () => true);

/** Resolves when everything was digested; it may wait for CRMs that do not take it. */
export const digested = (url: string): Promise<void> =>
	nothingLeft(url, (line) => !line.startsWith('rcs_') || line.includes('queue="digest"'));

async function nothingLeft(url: string, matters: (line: string) => boolean): Promise<void> {
	const end = Date.now() + PATIENCE_MS;
	for (;;) {
		const left = (await leftAt(url)).filter(matters);
		if (left.length === 0) return;
		if (Date.now() > end) throw new Error(`Still to be done: ${left.join('; ')}`);
		await sleep(STEP_MS);
	}
}

/** What waits, is under way, or was given up. */
async function leftAt(url: string): Promise<string[]> {
	const response = await fetch(`${url}/metrics`);
	const lines = [...(await response.text()).matchAll(LINE)].map(
		([, name = '', labels = '', count]) => ({ name, labels, count: Number(count) }),
	);
	if (lines.length === 0) return ['no figures'];
	return lines
		.filter(({ name, labels, count }) => count > 0 && (name === 'rcs_outbox' || isWork(labels)))
		.filter(({ labels }) => !labels.includes('kind="dead"'))
		.map(({ name, labels, count }) => `${name} ${labels} ${count}`);
}

const isWork = (labels: string) => /queue="(digest|sync)"/.test(labels);

import { setTimeout as sleep } from 'node:timers/promises';
import { type CrmId, crms } from '../../../connectors';
import { startSandbox } from '../../../sandbox/server';
import type { TestDatabase } from '../../service/support/database';
import { startServiceProcess } from '../../service/support/process';
import { account, signed } from '../../service/support/signed';
import { demoAuth, fill } from '../crm/demoCrms';
import { phoneOf } from '../crm/events';
import { onEachDatabase } from '../databases';
import { optedOutAt } from './crmFields';

export interface OptOutFigures {
	database: string;
	crm: string;
	/** One after the other, with nothing else to do. */
	optOuts: number;
	/** From the 200 to the provider until the field of the CRM is set. */
	medianMs: number;
	worstMs: number;
}

const OPT_OUTS = 10;

/** What an opt-out leaves to be done, such as its event, is written meanwhile: the next finds nothing that waits. */
const IDLE_MS = 3000;

const both = ['hubspot', 'salesforce'] as const satisfies readonly CrmId[];

/** How long after a STOP, as a signed webhook, it is in both CRMs; with the settings that are there by default. */
export function benchOptOut(report: (line: string) => void): Promise<OptOutFigures[]> {
	return onEachDatabase(report, async (name, database) => {
		const took = await measure(database);
		return both.map((crm) => {
			const figures = { database: name, crm: crms[crm].displayName, ...figuresOf(took[crm]) };
			report(said(figures));
			return figures;
		});
	});
}

async function measure(database: TestDatabase): Promise<Record<CrmId, number[]>> {
	const sandbox = await startSandbox({ port: 0 });
	try {
		for (const crm of both) await fill(crm, sandbox.url, OPT_OUTS + 1);
		const service = await startServiceProcess(configOf(sandbox.url, database));
		try {
			const took: Record<CrmId, number[]> = { hubspot: [], salesforce: [] };
			const optOut = async (i: number) => {
				await sleep(IDLE_MS);
				await post(`${service.url}/webhooks/bench`, signed([stopOf(i)]));
				const answered = performance.now();
				const at = both.map((crm) => optedOutAt(crm, sandbox.url, phoneOf(i)));
				return (await Promise.all(at)).map((ms) => Math.max(0, ms - answered));
			};
			// The first one signs in.
			await optOut(OPT_OUTS);
			for (let i = 0; i < OPT_OUTS; i += 1) {
				const [hubspot = 0, salesforce = 0] = await optOut(i);
				took.hubspot.push(hubspot);
				took.salesforce.push(salesforce);
			}
			return took;
		} finally {
			await service.kill();
		}
	} finally {
		await sandbox.stop();
		database.remove();
	}
}

function configOf(sandbox: string, database: TestDatabase): object {
	const crmOf = (crm: CrmId) => ({
		...{ crm, baseUrl: `${sandbox}/${crm}`, auth: demoAuth[crm] },
		...{ history: false, defaultCountry: 'GB' },
	});
	return {
		...{ role: 'all', database: database.config, providers: { bench: account } },
		crms: { hubspot: crmOf('hubspot'), salesforce: crmOf('salesforce') },
	};
}

/** A text of a person that says STOP, as Infobip tells it. */
function stopOf(i: number): object {
	return {
		sender: phoneOf(i).slice(1),
		to: 'DemoShop',
		integrationType: 'RCS',
		receivedAt: new Date().toISOString().replace('Z', '+0000'),
		messageId: `stop-${i}`,
		message: { text: 'STOP', type: 'TEXT' },
		price: { pricePerMessage: 0, currency: 'EUR' },
		keyword: 'STOP',
	};
}

async function post(url: string, { headers, body }: ReturnType<typeof signed>): Promise<void> {
	const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
	await response.text();
	if (response.status !== 200) throw new Error(`The service answered ${response.status}`);
}

function figuresOf(took: readonly number[]) {
	const sorted = took.toSorted((a, b) => a - b);
	const [lower = 0, upper = 0] = sorted.slice(sorted.length / 2 - 1);
	const median = (lower + upper) / 2;
	return {
		optOuts: sorted.length,
		medianMs: Math.round(median),
		worstMs: Math.round(sorted.at(-1) ?? 0),
	};
}

function said({ database, crm, optOuts, medianMs, worstMs }: OptOutFigures): string {
	return `${database}, from the 200 to an opt-out until it is in ${crm}, nothing else to do: median ${medianMs} ms, worst of ${optOuts} ${worstMs} ms`;
}

import type { IWebhookFunctions } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { type ConnectorService, loadService } from '../shared/connectorService';
import { SERVICE } from '../shared/serviceErrors';
import { ServiceWaits } from '../shared/serviceWaits';
import { waitMemory } from '../shared/waitMemory';
import type { Waits } from '../shared/waits';
import type { HandedOn } from './handOn';

/** Those of this process and, where events were handed on, those of the connector service. */
export function knownWaits(context: IWebhookFunctions, handedOn: HandedOn | undefined): Waits {
	if (!handedOn?.ok) return waitMemory;
	return bothWaits(context, new Set([...handedOn.asked].map(({ eventId }) => eventId)));
}

/** The service decides; where it gives no answer, the memory of the process does. */
function bothWaits(context: IWebhookFunctions, asked: ReadonlySet<string>): Waits {
	let loaded: Promise<ConnectorService> | undefined;
	const ask = async <T>(question: (waits: Waits) => Promise<T>): Promise<T | undefined> => {
		try {
			loaded ??= loadService(context);
			return await question(new ServiceWaits(await loaded));
		} catch (error) {
			const { message } = asObject(error);
			context.logger.error(`RCS Trigger could not ask ${SERVICE} who waits: ${String(message)}`);
			return undefined;
		}
	};
	return {
		add: (wait) => waitMemory.add(wait),
		async claim(written) {
			const claim = asked.has(written.eventId)
				? await ask((waits) => waits.claim(written))
				: undefined;
			if (claim && claim.outcome !== 'none') return claim;
			return waitMemory.claim(written);
		},
		async settle(...settled) {
			const here = await waitMemory.settle(...settled);
			return (await ask((waits) => waits.settle(...settled))) ?? here;
		},
		async isOver(wait) {
			if (await waitMemory.isOver(wait)) return true;
			return (await ask((waits) => waits.isOver(wait))) ?? false;
		},
	};
}

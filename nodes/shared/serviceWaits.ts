import { RcsError } from '../../core/errors';
import { asString } from '../../core/json';
import type { ConnectorService } from './connectorService';
import { strangeAnswer } from './serviceErrors';
import type { Claim, Outcome, Wait, Waits, Written } from './waits';

/** Waits in the connector service: the same for all processes of n8n, and after a restart. */
export class ServiceWaits implements Waits {
	constructor(private readonly service: ConnectorService) {}

	async add(wait: Wait): Promise<void> {
		await this.service.post('/v1/waits', wait);
	}

	async claim(written: Written): Promise<Claim> {
		const answer = await this.service.post('/v1/waits/claim', written);
		const [wait, path] = [asString(answer['wait']), asString(answer['path'])];
		if (answer['outcome'] === 'none') return { outcome: 'none' };
		if (answer['outcome'] === 'late' && wait !== undefined) return { outcome: 'late', wait };
		if (answer['outcome'] === 'claimed' && wait !== undefined && path !== undefined)
			return { outcome: 'claimed', wait, path };
		throw new RcsError(strangeAnswer());
	}

	async settle(wait: string, eventId: string, outcome: Outcome): Promise<boolean> {
		const answer = await this.service.post('/v1/waits/settle', { wait, eventId, outcome });
		return answer['tell'] === true;
	}
}

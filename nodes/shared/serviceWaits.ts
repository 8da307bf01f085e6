import { RcsError } from '../../core/errors';
import { asArray, asObject, asString } from '../../core/json';
import type { ConnectorService } from './connectorService';
import { strangeAnswer } from './serviceErrors';
import type { By, Claim, Outcome, Wait, Waits, Written } from './waits';

/** Waits in the connector service: the same for all processes of n8n, and after a restart. */
export class ServiceWaits implements Waits {
	constructor(private readonly service: ConnectorService) {}

	async add(wait: Wait): Promise<readonly object[]> {
		const { failures } = await this.service.post('/v1/waits', wait);
		return asArray(failures).map(asObject);
	}

	async claim(written: Written): Promise<Claim> {
		const answer = await this.service.post('/v1/waits/claim', written);
		const { outcome } = answer;
		const [wait, path] = [asString(answer['wait']), asString(answer['path'])];
		if (outcome === 'none' || outcome === 'taken' || outcome === 'underWay') return { outcome };
		if (outcome === 'closed' && wait !== undefined) return { outcome, wait };
		if (outcome === 'claimed' && wait !== undefined && path !== undefined)
			return { outcome, wait, path };
		throw new RcsError(strangeAnswer());
	}

	async settle(wait: string, by: By, outcome: Outcome): Promise<boolean> {
		const answer = await this.service.post('/v1/waits/settle', { wait, ...by, outcome });
		return answer['tell'] === true;
	}

	async isOver(wait: string): Promise<boolean> {
		const answer = await this.service.post('/v1/waits/over', { wait });
		return answer['over'] === true;
	}
}

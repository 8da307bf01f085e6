import type { IExecuteFunctions } from 'n8n-workflow';
import type { Asked } from '../../core/askAll';
import { asArray, asObject, type JsonObject } from '../../core/json';
import type { ConnectorService } from '../shared/connectorService';
import { askInBatches } from '../shared/inBatches';
import type { ReadParameter } from '../shared/readOnce';

/** Everything an operation works with. */
export interface Job {
	context: IExecuteFunctions;
	read: ReadParameter;
	service: ConnectorService;
	retries: number;
}

/** Asks the service about many things in few calls: `{[asked]: [...]}` gives `{"results": [...]}`, in order. */
export async function askMany<T extends object, R>(
	{ service, retries }: Job,
	path: string,
	asked: string,
	things: readonly T[],
	readResult: (result: JsonObject, thing: T) => R | undefined,
): Promise<Asked<R>[]> {
	const ask = async (some: readonly T[]) => {
		const results = asArray((await service.post(path, { [asked]: some }))['results']);
		return some.map((thing, i) => readResult(asObject(results[i]), thing));
	};
	return askInBatches(things, ask, retries);
}

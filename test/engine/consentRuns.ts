import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { RcsConsent } from '../../nodes/RcsConsent/RcsConsent.node';
import { useConsentService } from './consentService';
import { runNode } from './harness';

const nodeType = new RcsConsent();

/** Phones of nobody. */
export const [ann, bob, cat] = ['+447700900001', '+447700900002', '+447700900003'] as const;

export const says = (words: RegExp) => expect.stringMatching(words) as string;

/** What the node says of an item. */
export const consentOf = (item: { json: IDataObject } | undefined) =>
	asObject(item?.json['consent']);

/** RCS Consent with the connector service. */
export function useRcsConsent() {
	const service = useConsentService();
	return {
		service,
		async run(
			parameters: IDataObject,
			items: IDataObject[],
			more: Partial<Parameters<typeof runNode>[0]> = {},
		) {
			const hints: NodeExecutionHint[] = [];
			const outputs = await runNode({
				nodeType,
				parameters: { phoneNumber: '={{ $json.phone }}', ...parameters } as never,
				items: items.map((json) => ({ json })),
				credentials: service.credentials(),
				hints,
				...more,
			});
			const [optedIn = [], notOptedIn = [], failed = []] = outputs;
			return { optedIn, notOptedIn, failed, hints };
		},
	};
}

import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { useConsentService } from './consentService';
import { infobip, people, text, useSendRcs } from './sends';

/** Parameters of Send RCS that asks the connector service about marketing, at any time of the day. */
export const checked = (parameters: IDataObject = {}, options: IDataObject = {}) => ({
	...{ ...text, consentCheck: 'service', purpose: 'marketing', rules: { quietHours: 'off' } },
	...parameters,
	options: { retries: 0, ...options },
});

export const capped = (max: number) => ({ frequencyCap: { cap: { max, hours: 24 } } });

/** Send RCS with a provider and the connector service. */
export function useCheckedSends() {
	const sends = useSendRcs();
	const service = useConsentService();
	return {
		sends,
		service,
		/** Runs the node; gives what it sent, and what not for which reasons. */
		async send(
			parameters: IDataObject,
			items: IDataObject[] = people,
			more: Parameters<typeof sends.send>[2] = {},
		) {
			const credentials = { ...infobip(sends.url()), ...service.credentials() };
			const { outputs, hints } = await sends.send(parameters, items, { credentials, ...more });
			const [sent = [], stopped = []] = outputs;
			const reasons = stopped.map(({ json }) => asObject(json['reason']));
			return { sent, stopped, hints, reasons };
		},
		/** What the gate was asked, message by message. */
		requests: () =>
			service.asked('/v1/gate').flatMap((body) => asArray(body['requests']).map(asObject)),
	};
}

import type { Provider } from '../../core/provider';
import { type ProviderId, providers } from '../../core/providers';
import type { ProviderFixtures } from '../fixtures/types';
import { bulkContract } from './bulk';
import { forgeryContract } from './forgery';
import { limitsContract } from './limits';
import { parserContract } from './parser';
import { requestsContract } from './requests';
import { responsesContract } from './responses';
import { verificationContract } from './verification';
import { webhooksContract } from './webhooks';

/** Everything a provider promises, checked the same way for each of them. */
export function providerContract(id: ProviderId, fixtures: ProviderFixtures): void {
	const provider: Provider = providers[id];
	describe(id, () => {
		describe('requests', () => requestsContract(provider, fixtures));
		describe('limits', () => limitsContract(provider));
		describe('responses', () => responsesContract(provider, fixtures));
		describe('bulk', () => bulkContract(provider, fixtures));
		describe('webhooks', () => webhooksContract(id, provider, fixtures));
		describe('verification', () => verificationContract(provider, fixtures));
		describe('forgery', () => forgeryContract(provider, fixtures));
		describe('parser', () => parserContract(id, provider, fixtures));
	});
}

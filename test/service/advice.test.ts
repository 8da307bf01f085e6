import { errorCategories, providerError } from '../../core/errors';
import { adviceOf } from '../../service/operations/advice';
import { failureCauses } from '../../service/page/failures';
import { findMessages } from '../../service/page/messages';
import { fateOf, obstacleOfError } from '../../service/sync/verdict';
import { addMessages } from './support/pageRows';
import { startTestService, type TestService } from './support/world';

/** Words that say nothing to whoever has the service only. */
const ofNodes = /n8n|credential|\bitem|\boptions|workflow/i;

describe('what is advised by the service', () => {
	it.each(errorCategories)('is for people without n8n: %s', (category) => {
		const advice = adviceOf(providerError(category, 'No'));
		expect(advice).not.toMatch(ofNodes);
		expect(advice).not.toBe('');
	});

	it('is what the CRM or the provider advises, where they do', () => {
		expect(adviceOf(providerError('auth', 'No', { advice: 'Sign in.' }))).toBe('Sign in.');
	});

	it('stands in dead letters and pauses only where it is about them', () => {
		const { advice, category } = providerError('validation', 'No');
		const row = { key: 'k', target: 't', phone: '+447700900123', urgent: false, body: {} };
		const failures = [{ row, status: 'dead' as const, reason: 'No', category, advice }];
		const fate = fateOf({ phone: row.phone, records: [], failures, status: 'failed' });
		expect(fate).toEqual({ is: 'dead', status: 'failed', reasons: [{ reason: 'No', category }] });
		expect(obstacleOfError(providerError('permission', 'No'))).toEqual({
			...{ kind: 'setup', reason: 'No' },
		});
	});

	describe('to whoever looks', () => {
		let service: TestService;
		beforeAll(async () => {
			service = await startTestService();
			const error = providerError('auth', 'Not known');
			const at = '2026-11-02T10:00:00Z';
			await addMessages(service.service.store, [
				{ message_id: 'one', state: 'failed', sent_at: at, failed_at: at, error },
			]);
		});
		afterAll(() => service.stop());

		it('is the same among causes and of a message', async () => {
			const { store } = service.service;
			const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-03T00:00:00Z', zone: 'UTC' };
			const [cause] = await failureCauses(store, range);
			const [message] = await findMessages(store, 'one');
			const advice = adviceOf(providerError('auth', 'Not known'));
			expect([cause?.advice, message?.error?.advice]).toEqual([advice, advice]);
		});
	});
});

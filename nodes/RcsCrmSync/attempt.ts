import { type ProviderError, RcsError } from '../../core/errors';
import { nodeErrorOf } from '../shared/nodeErrors';
import { inNodeWords } from './errors';
import type { Job } from './operations';

type Attempt<T> = { ok: true; value: T } | { ok: false; error: ProviderError };

/** What the CRM gave, or why it could not be asked. @throws every error that is none of ours, as n8n's. */
export async function attempt<T>(
	{ context, run }: Job,
	ask: () => Promise<T>,
): Promise<Attempt<T>> {
	try {
		return { ok: true, value: await ask() };
	} catch (error) {
		if (!(error instanceof RcsError)) throw nodeErrorOf(context.getNode(), error);
		return { ok: false, error: inNodeWords(run.crm, error.detail) };
	}
}

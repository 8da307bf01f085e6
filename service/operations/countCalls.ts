import type { Http } from '../../core/http';
import type { CrmAccount } from '../config/crmAccounts';
import type { CallOutcome, Reports } from './reports';

/** Accounts whose calls are counted, by what became of them. */
export function countCalls(
	accounts: ReadonlyMap<string, CrmAccount>,
	reports: Pick<Reports, 'crmCalled'>,
): Map<string, CrmAccount> {
	return new Map(
		[...accounts].map(([connection, account]) => {
			const tell = (outcome: CallOutcome) => reports.crmCalled(connection, outcome);
			return [
				connection,
				{ ...account, connect: async () => counted(await account.connect(), tell) },
			];
		}),
	);
}

function counted(http: Http, tell: (outcome: CallOutcome) => void): Http {
	return async (request) => {
		try {
			const response = await http(request);
			tell(outcomeOf(response.status));
			return response;
		} catch (error) {
			tell('lost');
			throw error;
		}
	};
}

function outcomeOf(status: number): CallOutcome {
	if (status < 400) return 'ok';
	if (status === 401) return 'unauthorized';
	if (status === 429) return 'rateLimited';
	return status < 500 ? 'refused' : 'failed';
}

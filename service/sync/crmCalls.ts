import type { Clock } from '../../core/clock';
import type { Http, HttpResponse } from '../../core/http';
import { RateLimit } from '../../core/rateLimit';
import type { CrmAccount } from '../config/crmAccounts';

/** What the CRM says of the calls that everybody makes in a day. */
export interface ToldCalls {
	left: number;
	of: number;
}

/** A transport that counts, and keeps to the pace that the CRM allows. */
export interface CrmCalls {
	http: Http;
	/** Calls since the last look, and what the CRM said last. */
	counted(): { made: number; told?: ToldCalls };
}

/** Calls in a second: HubSpot takes 100 in ten seconds, whatever the edition. Absent: as many as there are. */
const PER_SECOND: Readonly<Record<CrmAccount['crm']['id'], number | undefined>> = {
	hubspot: 9,
	salesforce: undefined,
};

/** Opens the account; it signs in with the first call. */
export async function crmCalls(account: CrmAccount, clock: Clock): Promise<CrmCalls> {
	const http = await account.connect();
	const pace = paceOf(account, clock);
	let made = 0;
	let told: ToldCalls | undefined;
	return {
		async http(request) {
			await pace?.room(1);
			made += 1;
			const response = await http(request);
			told = toldIn(response) ?? told;
			return response;
		},
		counted() {
			const counted = { made, ...(told ? { told } : {}) };
			made = 0;
			return counted;
		},
	};
}

/** Of each account that is open; who writes to it and who reads it share it. */
const paces = new WeakMap<CrmAccount, RateLimit>();

function paceOf(account: CrmAccount, clock: Clock): RateLimit | undefined {
	const perSecond = PER_SECOND[account.crm.id];
	if (perSecond === undefined) return undefined;
	const pace = paces.get(account) ?? new RateLimit(perSecond, clock);
	paces.set(account, pace);
	return pace;
}

/** HubSpot tells what is left, Salesforce what is used: `api-usage=25/15000`. */
function toldIn({ headers }: HttpResponse): ToldCalls | undefined {
	const [, used, most] = /api-usage=(\d+)\/(\d+)/.exec(headers['sforce-limit-info'] ?? '') ?? [];
	if (used !== undefined && most !== undefined)
		return { left: Math.max(0, Number(most) - Number(used)), of: Number(most) };
	const left = headers['x-hubspot-ratelimit-daily-remaining'];
	const of = headers['x-hubspot-ratelimit-daily'];
	return left === undefined || of === undefined
		? undefined
		: { left: Number(left), of: Number(of) };
}

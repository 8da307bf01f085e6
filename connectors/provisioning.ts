import type { ProviderError } from '../core/errors';
import type { HttpRequest, HttpResponse } from '../core/http';
import type { CrmSettings } from './crm';

/** Setting up fields: adds what is missing, changes and deletes nothing. */
export interface Provision {
	inspect(settings: CrmSettings): HttpRequest[];
	/** From the answers to `inspect`, in their order. */
	diff(responses: readonly HttpResponse[], settings: CrmSettings): ProvisionPlan;
	/** Why an answer refuses the request for the moment; nothing, where it does not. */
	passing(response: HttpResponse, settings: CrmSettings): ProviderError | undefined;
	/** What the answer to a step refuses, in the CRM's own words; nothing, where it added everything. */
	refused(response: HttpResponse): string[];
}

export interface ProvisionPlan {
	steps: ProvisionStep[];
	/** What stands in the way and needs a person, e.g. a field of the same name and another type. */
	conflicts: { name: string; problem: string; advice: string }[];
	/** What is there already. */
	present: string[];
	/** What helps and cannot be added this way. */
	byHand?: readonly { name: string; advice: string }[];
}

export interface ProvisionStep {
	/** What it adds, in words. */
	adds: string;
	request: HttpRequest;
}

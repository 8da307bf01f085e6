import { RcsError } from '../../core/errors';
import type { HttpRequest, HttpResponse } from '../../core/http';
import { asArray, asObject, parseJson } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { Provision, ProvisionPlan } from '../provisioning';
import { answerOf, passing } from './answer';
import { apiUrl } from './api';
import { errorOf, wordsOf } from './errors';
import { readFailure, readRowFailure } from './failure';
import { diffEvent, listEvents } from './provisionEvent';
import { diffProperties } from './provisionProperties';
import { historyOf } from './settings';

const group = { name: 'rcs_messaging', label: 'RCS messaging', displayOrder: -1 };

/** Adds the group, the properties, and the options they miss; with custom events, their definition too. */
export const provision: Provision = {
	inspect(settings) {
		const get = (rest: string): HttpRequest => ({
			method: 'GET',
			url: apiUrl(settings, 'properties', rest),
		});
		const questions = [get(''), get('?archived=true'), get(`/groups/${group.name}`)];
		return wantsEvents(settings) ? [...questions, listEvents(settings)] : questions;
	},
	diff([live, archived, groupThere, events], settings) {
		const plans = [
			diffGroup(groupThere, settings),
			diffProperties(group.name, listed(live, settings), listed(archived, settings), settings),
			...(wantsEvents(settings) ? [diffEvent(listed(events, settings), settings)] : []),
		];
		return {
			steps: plans.flatMap(({ steps }) => steps),
			conflicts: plans.flatMap(({ conflicts }) => conflicts),
			present: plans.flatMap(({ present }) => present),
		};
	},
	passing,
	/** A batch of properties may be added in part, and what somebody else added meanwhile is there. */
	refused(response) {
		if (response.status === 409) return [];
		if (response.status < 200 || response.status > 299) return [wordsOf(readFailure(response))];
		const { errors } = asObject(parseJson(response.body));
		const failures = asArray(errors).map(readRowFailure);
		return failures.filter(({ status }) => status !== 409).map(wordsOf);
	},
};

function wantsEvents(settings: CrmSettings): boolean {
	return historyOf(settings) === 'customEvents';
}

function listed(response: HttpResponse | undefined, settings: CrmSettings) {
	if (!response) return [];
	return asArray(answerOf(response, settings)['results']).map(asObject);
}

/** HubSpot says 404 of a group that is not there. */
function diffGroup(response: HttpResponse | undefined, settings: CrmSettings): ProvisionPlan {
	if (response && response.status >= 200 && response.status < 300)
		return { steps: [], conflicts: [], present: [group.name] };
	if (response && response.status !== 404) throw new RcsError(errorOf(response, settings));
	const url = apiUrl(settings, 'properties', '/groups');
	const request: HttpRequest = { method: 'POST', url, body: group };
	return {
		steps: [{ adds: `property group ${group.label}`, request }],
		conflicts: [],
		present: [],
	};
}

import type { HttpRequest } from '../../core/http';
import { asArray, asObject, asString, type JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { ProvisionPlan } from '../provisioning';
import { apiUrl } from './api';
import { eventProperties } from './events';

/** HubSpot puts `pe` and the account's id before it. */
const EVENT = 'rcs_event';

const properties = eventProperties.map(([name, label]) => ({ name, label, type: 'string' }));

export function listEvents(settings: CrmSettings): HttpRequest {
	const rest = `?searchString=${EVENT}&includeProperties=true`;
	return { method: 'GET', url: apiUrl(settings, 'eventDefinitions', rest) };
}

/** The custom event, and what it misses. Its full name, which sending needs, is among what is present. */
export function diffEvent(
	definitions: readonly JsonObject[],
	settings: CrmSettings,
): ProvisionPlan {
	const found = definitions.find((one) => fullName(one).endsWith(`_${EVENT}`));
	if (!found) return { steps: [creation(settings)], conflicts: [], present: [] };
	const name = fullName(found);
	const known = new Set(asArray(found['properties']).map((one) => asObject(one)['name']));
	const steps = properties
		.filter((property) => !known.has(property.name))
		.map((body) => ({
			adds: `property ${body.name} of the custom event ${name}`,
			request: {
				method: 'POST' as const,
				url: apiUrl(settings, 'eventDefinitions', `/${name}/property`),
				body,
			},
		}));
	return { steps, conflicts: [], present: [name] };
}

function fullName({ fullyQualifiedName }: JsonObject): string {
	return asString(fullyQualifiedName) ?? '';
}

function creation(settings: CrmSettings): ProvisionPlan['steps'][number] {
	const body = {
		name: EVENT,
		label: 'RCS event',
		description: 'What happened between a contact and you over RCS.',
		primaryObject: 'CONTACT',
		includeDefaultProperties: false,
		propertyDefinitions: properties,
	};
	const url = apiUrl(settings, 'eventDefinitions');
	return { adds: `custom event ${EVENT}`, request: { method: 'POST', url, body } };
}

import { defined } from '../core/json';
import type { ContactChange } from './changes';
import { decidedConsent, mergeBesideEdit } from './consentEdit';
import type { CrmRun } from './execute';
import { recordRef } from './history';
import { changedValues, type ContactValues, inSteps, mergeValues } from './values';
import type { Target } from './writeTarget';

/** What changes on a record by everything that is told of its phones; nothing, where it holds it already. */
export function contactChange(run: CrmRun, own: readonly Target[]): ContactChange[] {
	const news = own.filter((target) => Object.keys(newsOf(run, [target])).length > 0);
	return news.length > 0 ? [{ ...changeOf(news), values: newsOf(run, own) }] : [];
}

/** The consent that is stated for a record, whether it holds it already or not. */
export function consentChange(run: CrmRun, own: readonly Target[]): ContactChange[] {
	const stating = own.filter(({ write }) => write.values.consentStatus !== undefined);
	return stating.length > 0 ? [{ ...changeOf(stating), values: valuesAfter(run, own) }] : [];
}

function newsOf(run: CrmRun, own: readonly Target[]): ContactValues {
	return changedValues(own[0]?.records[0]?.values ?? {}, valuesAfter(run, own));
}

function changeOf(own: readonly Target[]): Omit<ContactChange, 'values'> {
	const [phone = '', ...also] = own.map(({ write }) => write.phone);
	const urgent = own.some(({ write }) => write.urgent);
	const more = also.length > 0 ? { also } : {};
	return { phone, ...more, urgent, ...recordRef(own[0]?.records[0]) };
}

/** What the record of these phones will hold. The RCS phone it has stays. */
function valuesAfter({ crm, clock }: CrmRun, own: readonly Target[]): ContactValues {
	const record = own[0]?.records[0];
	const told = own
		.map(({ write: { phone, values }, isShared }) => ({
			...values,
			...defined({ phone: record?.values.phone ?? (isShared ? undefined : phone) }),
		}))
		.map((values) => inSteps(values, crm.timeStepMs ?? 1))
		.reduce(mergeValues, {});
	if (!record) return told;
	const until = own.flatMap(({ write }) => write.decided?.until ?? []).sort();
	const consent = decidedConsent(record, told, {
		until: until.at(-1),
		stepMs: crm.timeStepMs ?? 1,
	});
	return mergeBesideEdit(record, consent, clock.now());
}

import type { CrmSettings } from '../crm';

/** Salesforce keeps each version for years; what is asked for here has been the same since 50.0. */
export const SALESFORCE_API_VERSION = '66.0';

/** The path of a part of the REST API, as requests inside a composite name it. */
export function apiPath(part: string): string {
	return `/services/data/v${SALESFORCE_API_VERSION}${part}`;
}

/** The full address of a part of the REST API: `apiUrl(settings, '/composite')`. */
export function apiUrl({ baseUrl }: CrmSettings, part: string): string {
	return `${baseUrl}${apiPath(part)}`;
}

/** A text as a value inside a SOQL string: none ends the string it stands in. */
export function soqlText(text: string): string {
	return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

export function soqlTexts(texts: readonly string[]): string {
	return `(${texts.map(soqlText).join(',')})`;
}

export function queryPath(soql: string): string {
	return apiPath(`/query?q=${encodeURIComponent(soql)}`);
}

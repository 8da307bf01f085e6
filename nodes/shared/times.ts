import { tryToParseDateTime } from 'n8n-workflow';

/**
 * A time as n8n's date picker or an expression gives it, as ISO 8601 with an offset. Without an offset
 * of its own it is a time in the workflow's zone. What is no time stays, so that validation can name it.
 */
export function timeWithOffset(value: string, timezone: string): string {
	if (value.trim() === '') return value;
	try {
		return tryToParseDateTime(value, timezone).toISO() ?? value;
	} catch {
		return value;
	}
}

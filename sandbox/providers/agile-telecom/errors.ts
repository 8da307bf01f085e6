import type { Violation } from '../../validation';

/** Names of the statuses, and what the guide says of them. */
const words: Readonly<Record<number, readonly [error: string, message: string]>> = {
	400: ['Bad Request', 'Verify required fields'],
	401: ['Unauthorized', 'Not authenticated'],
	403: ['Forbidden', 'IP not in whitelist or unauthorized resource'],
	404: ['Not Found', 'Template or agent does not exist'],
	413: ['Payload Too Large', 'The request is too large'],
	422: ['Unprocessable Entity', 'Data is semantically invalid'],
	429: ['Too Many Requests', 'Rate limit exceeded'],
};

/** The error body the documents show for a rate limit: `{status, error, message}`. */
export function apiError(status: number, violations: readonly Violation[] = []): object {
	const [error, general] = words[status] ?? ['Internal Server Error', 'Retry later'];
	const details = violations.map(({ property, violation }) => `${property} ${violation}`);
	return { status, error, message: details.length > 0 ? details.join('; ') : general };
}

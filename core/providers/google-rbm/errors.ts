import type { ProviderError } from '../../errors';
import type { HttpResponse } from '../../http';
import { asArray, asObject, asString, defined, lookUp, parseJson } from '../../json';
import type { Problem } from '../../message/problem';

type Meaning = Partial<Pick<ProviderError, 'category' | 'retryable' | 'advice'>>;

/**
 * What the canonical codes mean here, where the HTTP status does not say enough. Sources: the guides
 * "Send messages", "Capability checks" and "Set up a test device", and google.rpc.Code.
 */
const meanings: Readonly<Record<string, Meaning>> = {
	INVALID_ARGUMENT: {
		advice:
			'Google cannot read a part of the message, or the phone does not support it. Correct what the message names, or check the capabilities of the number.',
	},
	UNAUTHENTICATED: {
		advice:
			'Open the credential and check the service account: its email, its private key, and that the key was not deleted in the Google Cloud console.',
	},
	PERMISSION_DENIED: {
		advice:
			'Either the agent is not launched on the carrier of this number and the number has not accepted a tester invite, or the service account does not belong to the partner account of this agent, or the Agent ID is wrong.',
	},
	NOT_FOUND: {
		category: 'notReachable',
		advice:
			'The number cannot receive RCS from this agent: the phone has no RCS, or the agent is not launched on its carrier. Use another channel, such as SMS.',
	},
	ALREADY_EXISTS: { category: 'duplicate' },
	ABORTED: { category: 'provider', retryable: true },
};

/** Reasons of Google's own front end (google.api.ErrorReason) that say more than the code. */
const reasons: Readonly<Record<string, Meaning>> = {
	SERVICE_DISABLED: {
		category: 'configuration',
		advice:
			'Enable the RCS Business Messaging API in the Google Cloud project of the service account, and wait some minutes.',
	},
	ACCESS_TOKEN_SCOPE_INSUFFICIENT: {
		category: 'configuration',
		advice:
			'The access token lacks the scope https://www.googleapis.com/auth/rcsbusinessmessaging. Make a new one with it.',
	},
};

/** The code that a status has where the body names none. */
const codes: Readonly<Record<number, string>> = {
	400: 'INVALID_ARGUMENT',
	401: 'UNAUTHENTICATED',
	403: 'PERMISSION_DENIED',
	404: 'NOT_FOUND',
	409: 'ALREADY_EXISTS',
};

/** Reads `{error: {code, message, status, details: [{fieldViolations}, {reason}]}}`. */
export function readFailure({ status, body }: HttpResponse): Partial<ProviderError> {
	const error = asObject(asObject(parseJson(body))['error']);
	const message = asString(error['message']);
	if (!message) return {};
	const details = asArray(error['details']).map(asObject);
	const reason = details.map((detail) => asString(detail['reason'])).find(Boolean);
	const code = asString(error['status']) ?? codes[status];
	const problems = details.flatMap((detail) => asArray(detail['fieldViolations']).map(toProblem));
	const more = problems.map((problem) => problem.message).join('; ');
	return defined({
		message: `Google: ${message}${more ? ` (${more})` : ''}`,
		code: reason ?? code,
		problems: problems.length > 0 ? problems : undefined,
		...(lookUp(reasons, reason) ?? lookUp(meanings, code)),
	});
}

function toProblem(violation: unknown): Problem {
	const { field, description } = asObject(violation);
	const path = asString(field) ?? 'request';
	return { path, message: `${path}: ${asString(description) ?? 'refused'}` };
}

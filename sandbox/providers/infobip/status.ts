import type { FailureReason } from '../../network/types';

export interface Status {
	groupId: number;
	groupName: string;
	id: number;
	name: string;
	description: string;
	action?: string;
}

export interface DeliveryError {
	groupId: number;
	groupName: string;
	id: number;
	name: string;
	description: string;
	permanent: boolean;
}

const status = (
	groupId: number,
	groupName: string,
	id: number,
	name: string,
	description: string,
) => ({
	groupId,
	groupName,
	id,
	name,
	description,
});

/** Statuses of the public table of response codes. */
export const statuses = {
	accepted: status(1, 'PENDING', 26, 'PENDING_ACCEPTED', 'Message sent to next instance'),
	enroute: status(1, 'PENDING', 7, 'PENDING_ENROUTE', 'Message sent to next instance'),
	undeliverable: status(
		2,
		'UNDELIVERABLE',
		4,
		'UNDELIVERABLE_REJECTED_OPERATOR',
		'Message rejected by operator',
	),
	delivered: status(3, 'DELIVERED', 5, 'DELIVERED_TO_HANDSET', 'Message delivered to handset'),
	expired: status(4, 'EXPIRED', 15, 'EXPIRED_EXPIRED', 'Message expired'),
	duplicate: status(
		5,
		'REJECTED',
		23,
		'REJECTED_DUPLICATE_MESSAGE_ID',
		'The message ID was used before; it has to be unique',
	),
	unknownSender: status(
		5,
		'REJECTED',
		11,
		'REJECTED_SOURCE',
		'The sender is not registered on your account',
	),
	invalidDestination: status(
		5,
		'REJECTED',
		52,
		'REJECTED_DESTINATION',
		'The destination is not a valid number',
	),
} satisfies Record<string, Status>;

const error = (
	groupId: number,
	groupName: string,
	id: number,
	name: string,
	description: string,
	permanent: boolean,
): DeliveryError => ({ groupId, groupName, id, name, description, permanent });

export const noError = error(0, 'OK', 0, 'NO_ERROR', 'No error', false);

/** The sender is not launched, and the number is none of its test numbers. */
export const noTesterError = error(
	1,
	'HANDSET_ERRORS',
	7005,
	'EC_FORBIDDEN_ACCESS',
	'Access is forbidden: the sender is not launched and the user is not a tester',
	true,
);

/** Why a handset did not get a message, in Infobip's error codes. */
export const errors: Readonly<Record<FailureReason, DeliveryError>> = {
	notReachable: error(
		1,
		'HANDSET_ERRORS',
		7002,
		'EC_UNKNOWN_USER',
		'No matching user found (on platform or on provider)',
		true,
	),
	blocked: error(2, 'USER_ERRORS', 7003, 'EC_BLOCKED_USER', 'User blocked the sender', true),
	expired: error(
		2,
		'USER_ERRORS',
		4101,
		'EC_VALIDITY_EXPIRED',
		'Message was not delivered within its validity period',
		true,
	),
	badTemplate: error(
		3,
		'OPERATOR_ERRORS',
		7018,
		'EC_INTERNAL_BAD_MAPPING',
		'Template or its parameters do not match',
		true,
	),
};

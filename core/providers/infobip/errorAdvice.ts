/** What a person can do about an error of Infobip, where its category alone says too little. */

const NOT_LAUNCHED =
	'The phone has no RCS, or the sender is not launched on its carrier; before the launch only approved test numbers are reached. Look at the launch status of the sender (RCS Account: Get Agent), and add an SMS fallback.';
const NUMBER =
	'The number has a wrong prefix or length. Correct it; it must be in international form, e.g. +447700900123.';
const NO_COVERAGE =
	'The network of this number is not set up for your account. Ask your account manager at Infobip, or use another channel.';
const FLOODING =
	'A number may get 20 different or 6 identical messages an hour. Wait, or ask Infobip for a higher limit.';
const ANTI_FRAUD =
	'The protection against fraud at Infobip stopped this message. Ask Infobip before you send to this number again.';
const MAY_HAVE_ARRIVED =
	'Infobip never learned what became of the message, so it may have arrived. Ask the person or the log before you send it again.';
const CONTENT =
	'The device or the carrier does not take this content: check picture format and size, the parameters of the template, and the features used.';

export const advice: Readonly<Record<string, string>> = {
	EC_UNKNOWN_USER: NOT_LAUNCHED,
	EC_FORBIDDEN_ACCESS: NOT_LAUNCHED,
	EC_CONFIGURATION_ERROR:
		'The sender is not set up, or not registered for the country of this number. Look at its launch status (RCS Account: Get Agent), or ask Infobip.',
	EC_BLOCKED_USER: 'The person blocked this sender or opted out at the carrier. Do not send again.',
	EC_BAD_REQUEST: CONTENT,
	EC_INTERNAL_BAD_MAPPING: CONTENT,
	EC_ILLEGAL_TRAFFIC_TYPE:
		'The content does not fit the use case the sender is registered for. Send it from another sender, or change it.',
	EC_INVALID_TEMPLATE_ARGS:
		'Fill in every variable of the template, with the names it was approved with.',
	EC_NOT_ALLOWED_SENDING_TIME:
		'The carrier allows no messages at this hour. Set a delivery window or a schedule.',
	EC_TOO_MANY_REQUESTS:
		'A sender may invite 20 test numbers a day and 200 in all, and has a limit of messages. Send less at a time.',
	EC_SPAM_RATE:
		'The quality rating of the sender limits how many people it may write to. Write to fewer people, or ask Infobip.',
	EC_DEPLOYMENT_CONFIGURATION_ERROR:
		'Infobip has to correct the set-up of this sender. Ask its support, and give the code shown here.',
	EC_PROVIDER_TIMEOUT: MAY_HAVE_ARRIVED,
	EC_PROVIDER_DR_ERROR: MAY_HAVE_ARRIVED,
	EC_NO_RESPONSE: MAY_HAVE_ARRIVED,
	EC_TIME_OUT: MAY_HAVE_ARRIVED,
	EC_MESSAGE_SUBMITTED_NOT_ACKED: MAY_HAVE_ARRIVED,
	EXPIRED_DLR_UNKNOWN: MAY_HAVE_ARRIVED,
	EXPIRED_UNKNOWN: MAY_HAVE_ARRIVED,
	REJECTED_PREFIX_MISSING: NUMBER,
	REJECTED_DESTINATION: NUMBER,
	INVALID_DESTINATION_ADDRESS: NUMBER,
	EC_INVALID_DESTINATION_ADDRESS: NUMBER,
	MISSING_TO: NUMBER,
	REJECTED_NETWORK: NO_COVERAGE,
	REJECTED_ROUTE_NOT_AVAILABLE: NO_COVERAGE,
	REJECTED_SOURCE:
		'This sender is not registered on your account. Check its name in the web interface of Infobip.',
	REJECTED_SENDER:
		'This sender is on a blocklist of your account. Remove it there in the web interface of Infobip.',
	REJECTED_DESTINATION_BLOCKLISTED:
		'This number is on a blocklist of your account or of the operator. Do not send again.',
	REJECTED_DND: 'The person asked the operator for no messages. Do not send again.',
	REJECTED_DESTINATION_NOT_REGISTERED:
		'The account may write to its registered test number only. Ask Infobip to lift that.',
	REJECTED_PREPAID_PACKAGE_EXPIRED:
		'The credits of the account are too old. Top it up to extend their validity.',
	REJECTED_FLOODING_FILTER: FLOODING,
	EC_DESTINATION_FLOODING: FLOODING,
	EC_DESTINATION_TXT_FLOODING: FLOODING,
	SIGNALS_BLOCKED: ANTI_FRAUD,
	EC_SIGNALS_BLOCKED: ANTI_FRAUD,
	VOLUMETRIC_BLOCKED: ANTI_FRAUD,
	SIM_SWAP_DETECTED: ANTI_FRAUD,
};

/** Of an SMS or MMS that followed: the usual advice, to add a fallback, would help nobody. */
export const FALLBACK_FAILED =
	'The fallback did not arrive either. Check that the number is in use, or reach the person in another way.';

/** Of a message to India whose registration (DLT) is in question. */
export const DLT =
	'The Indian registry (DLT) refused the SMS. Check principal entity, header and content template under regional.indiaDlt of the SMS failover.';

import { providerError, RcsError } from '../../errors';
import { defined, type JsonObject } from '../../json';
import type { FallbackStep } from '../../message/types';
import type { AgileOptions } from './options';

/** The steps after RCS. Agile Telecom tries WhatsApp first and then SMS, whose sender is required. */
export function encodeFallback(
	steps: readonly FallbackStep[],
	{ smsSender }: AgileOptions,
): JsonObject {
	return Object.assign({}, ...steps.map((step, i) => encodeStep(step, i, smsSender)));
}

function encodeStep(step: FallbackStep, index: number, smsSender: string | undefined): JsonObject {
	switch (step.channel) {
		case 'sms':
			return defined({
				fallbackSms: { sender: step.from || smsSender || noSender(index), text: step.text },
				maxSmsParts: step.maxParts,
			});
		case 'whatsapp': {
			const { senderId, templateId, body } = step;
			return {
				fallbackWhatsApp: {
					phoneNumberId: Number(senderId),
					...(templateId === undefined ? { body } : { templateId: Number(templateId) }),
				},
			};
		}
		case 'mms':
			throw new TypeError('Agile Telecom has no MMS; core/send.ts refuses it');
	}
}

const NO_SENDER = 'The fallback SMS has no sender, and Agile Telecom needs one';

function noSender(index: number): never {
	const path = `fallback.${index}.from`;
	throw new RcsError(
		providerError('configuration', `${NO_SENDER}: neither ${path} nor a default is set`, {
			advice: "Set the sender of the SMS in the node, or 'Default SMS Sender' in the credential.",
			problems: [{ path, message: `${path} is missing, and no default SMS sender is set` }],
		}),
	);
}

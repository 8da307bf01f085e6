import type { RcsEvent } from '../../core/event/types';
import { asArray, asObject } from '../../core/json';
import { waitMemory } from '../../nodes/shared/waitMemory';
import { useConsentService } from './consentService';
import { accept, firstId, infobip, useSendRcs } from './sends';

/** A message that failed before its node could say that it asks: the execution does not wait. */

const sends = useSendRcs();
const service = useConsentService();
const phone = '+447700900777';
const asking = {
	...{ provider: 'infobip', operation: 'sendAndWait', to: phone, message: 'Well?' },
	responseType: 'approval',
};
const failed = (messageId: string): RcsEvent => ({
	...{ eventId: `failed ${messageId}`, provider: 'infobip', type: 'message.failed', messageId },
	...{ user: phone, channel: 'rcs', occurredAt: '2030-01-01T00:00:00.000Z', raw: {} },
});

it('as the process that asked heard', async () => {
	sends.answer = (request) => {
		waitMemory.noteFailure(failed(String(firstId(asArray(asObject(request.json)['messages'])[0]))));
		return accept(request);
	};
	const { outputs } = await sends.send(asking, [{}], { executionId: '701' });
	expect(outputs).toMatchObject([
		[],
		[],
		[{ json: { status: 'accepted', replied: false, reason: 'notDelivered' } }],
	]);
});

it('as the service heard; with a fallback, only where that failed as well', async () => {
	service.tell(phone, 'optedIn');
	const withService = { ...asking, consentCheck: 'service', purpose: 'transactional' };
	const credentials = { ...infobip(sends.url()), ...service.credentials() };
	service.fault = ({ path }) =>
		path === '/v1/waits' ? { body: { wait: 'w', failures: [failed('m')] } } : undefined;
	const { outputs } = await sends.send(withService, [{}], { credentials, executionId: '702' });
	expect(outputs).toMatchObject([[], [], [{ json: { reason: 'notDelivered' } }]]);
	const sms = { fallback: 'sms', fallbackText: 'Well?' };
	const waits = await sends.send({ ...withService, ...sms }, [{}], {
		...{ credentials, executionId: '703' },
	});
	expect(waits.outputs).toMatchObject([[{ json: { status: 'accepted' } }], [], []]);
});

import { sandboxWebhookSecret as secret } from '../../scripts/world/credentials';
import type { WorkflowInput } from '../../scripts/n8n/types';
import { newPhone } from './support/importedWorkflow';
import { chain, manualTrigger, outputs, rcsTrigger, runToEnd, sendRcs } from './support/workflows';
import { api, arrived, n8nUrl, sandbox } from './support/world';

const provider = 'conversation';
const trigger = rcsTrigger({ provider, events: ['message.replied', 'message.received'] });
const answering: WorkflowInput = chain(
	'e2e conversation answers',
	trigger,
	sendRcs({
		provider,
		to: '={{ $json.user }}',
		messageType: 'text',
		text: '=You chose {{ $json.postbackData }}',
	}),
);

describe('the conversation provider, from end to end', () => {
	let workflowId: string;

	beforeAll(async () => {
		workflowId = await api.upsertWorkflow(answering, { activate: true });
		const url = `${n8nUrl}/webhook/${trigger.webhookId}/webhook`;
		await sandbox('PUT', '/sandbox/console/conversation/webhook', { url, secret });
	});
	afterAll(async () => {
		await api.deactivate(workflowId);
	});

	it('sends a carousel, hears of the tap and answers it', async () => {
		const phone = await newPhone(97);
		const card = (title: string) => ({
			title,
			suggestions: [{ type: 'reply', text: `Take ${title}`, postbackData: `take:${title}` }],
		});
		const sending = sendRcs({
			provider,
			to: phone.number,
			messageType: 'json',
			messageJson: JSON.stringify({ kind: 'carousel', cards: [card('Mug'), card('Lamp')] }),
		});
		const sent = await runToEnd(chain('e2e conversation sends', manualTrigger(), sending));
		expect(outputs(sent, 'Send RCS')[0]?.[0]?.json).toMatchObject({ status: 'accepted', provider });
		const carousel = await phone.receives(
			'The carousel',
			(entry) => entry.kind === 'carousel' && arrived(entry),
		);
		await phone.tap(carousel.id, 'take:Lamp');
		await phone.receives('The answer', ({ content }) =>
			JSON.stringify(content).includes('You chose take:Lamp'),
		);
	});
});

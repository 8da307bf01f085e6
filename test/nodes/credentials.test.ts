import { RcsConversationApi } from '../../credentials/RcsConversationApi.credentials';

test.each([404, 405])(
	'a conversation service that does not know the request of the credential test (HTTP %i) is explained',
	(status) => {
		const { rules = [] } = new RcsConversationApi().test;
		const rule = rules.find(
			({ properties }) => 'value' in properties && properties.value === status,
		);
		expect(rule).toMatchObject({
			type: 'responseCode',
			properties: {
				message: expect.stringMatching(/GET \/v1\/messages.*If the base URL is right/),
			},
		});
	},
);

import { until } from '../until';
import { event, PHONE, useSyncWorld } from './support/syncWorld';

const world = useSyncWorld({ purpose: 'transactional' });
beforeAll(() => world.start([PHONE]));
afterEach(() => expect(world.service().failures).toEqual([]));

test('a STOP to offers is no word on the purpose that the field of a CRM holds', async () => {
	await world.tell(event({ type: 'user.optedOut', keyword: 'STOP' }));
	const fields = await until(async () => {
		const found = await world.crms().inHubspot(PHONE);
		return found['rcs_last_event'] === 'user_optedOut' && found;
	}, 'the STOP');
	expect(fields['rcs_consent_status'] ?? '').toBe('');
	const statements = [{ phone: PHONE, state: 'optedIn', purpose: 'transactional', source: 'form' }];
	await world.service().post('/v1/consent', { statements });
	await until(async () => {
		const found = await world.crms().inHubspot(PHONE);
		return found['rcs_consent_status'] === 'opted_in' && found['rcs_consent_source'] === 'form';
	}, 'the opt-in');
});

import { providerIds } from '../../core/providers';
import { fixturesOf } from '../fixtures';
import { providerContract } from './providerContract';

test('every provider of the registry has fixtures', () => {
	expect(Object.keys(fixturesOf).sort()).toEqual([...providerIds].sort());
});

for (const id of providerIds) providerContract(id, fixturesOf[id]);

import { errorCategories } from '../../core/errors';
import { gate, type GateRequest } from '../../core/policy/gate';
import { answerOf, readAnswer } from '../../core/policy/gateAnswer';
import { gateError } from '../../core/policy/gateError';
import { GB } from './quietHoursDecide';

const night = Date.parse('2026-11-24T03:00:00Z');
const request: GateRequest = {
	...{ phone: GB, at: night, consent: { state: 'optedIn' }, purpose: 'marketing' },
};
const answers = [
	answerOf(gate(request)),
	answerOf(gate(request, { quietHours: 'off' })),
	answerOf(gate({ ...request, consent: { state: 'none' } })),
	answerOf(gate({ ...request, consent: 'unknown' })),
];

test('an answer is the same after its way over the network', () => {
	expect(answers.map(({ outcome }) => outcome)).toEqual(['hold', 'send', 'refused', 'refused']);
	for (const answer of answers)
		expect(readAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
});

test.each([
	[undefined],
	[null],
	['send'],
	[{}],
	[{ send: true }],
	[{ outcome: 'SEND' }],
	[{ outcome: ['send'] }],
	[{ outcome: 'hold' }],
	[{ outcome: 'hold', holdUntil: 1795000000000 }],
	[{ outcome: 'hold', holdUntil: '2026-11-24' }],
])('%j is no answer', (json) => {
	expect(readAnswer(json)).toBeUndefined();
});

test('parts of an answer that make no sense are left out', () => {
	const checks = [{ rule: 'consent', result: 'passed', why: 7 }, null, { rule: 'x' }, 'y'];
	expect(readAnswer({ outcome: 'send', rule: 'x', checks })).toEqual({
		outcome: 'send',
		checks: [{ rule: 'consent', result: 'passed', why: '7' }],
	});
	expect(readAnswer({ outcome: 'refused', checks: 'none' })).toEqual({
		outcome: 'refused',
		checks: [],
	});
});

test.each([
	['consentUnknown', 'consentMissing'],
	['notOptedIn', 'consentMissing'],
	['pending', 'consentMissing'],
	['optedOut', 'optedOut'],
	['frequencyCap', 'frequencyCap'],
	['quietHours', 'quietHours'],
	['placeUnknown', 'quietHours'],
	['ofAnotherVersion', 'consentMissing'],
	['constructor', 'consentMissing'],
])('%s is of the category %s', (rule, category) => {
	const error = gateError({ outcome: 'refused', rule, checks: [] });
	expect(error).toMatchObject({ rule, category, retryable: false });
	expect(errorCategories).toContain(error.category);
	expect(error.message).toContain(rule);
});

test('consent can be somebody else’s business', () => {
	const result = gate({ ...request, consent: 'unknown' }, { consent: 'off', quietHours: 'off' });
	expect(result).toMatchObject({
		send: true,
		checks: [{ rule: 'consent', result: 'off' }, {}, {}],
	});
});

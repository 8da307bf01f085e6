import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { QuietHoursOptions } from '../../core/policy/quietHours';
import { decide, FR, GB, NEW_YORK, UNKNOWN_US, utc } from './quietHoursDecide';

describe('when clocks change', () => {
	const at = (from: string, to: string, timeZone: string): QuietHoursOptions => ({
		timeZone,
		own: { from, to, replace: true },
	});
	test.each<[string, at: string, options: QuietHoursOptions | undefined, answer: string]>([
		[
			'the night in which they go forward',
			'2026-03-28T22:00:00Z',
			undefined,
			utc('2026-03-29T09:00+01:00'),
		],
		[
			'the night in which they go back',
			'2026-10-24T22:00:00+01:00',
			undefined,
			utc('2026-10-25T09:00Z'),
		],
		[
			'hours that begin in the gap open after it',
			'2026-03-29T00:00:00Z',
			at('01:30', '05:00', 'Europe/London'),
			utc('2026-03-29T01:00Z'),
		],
		[
			'hours that lie in the gap open on the next day',
			'2026-03-29T00:00:00Z',
			at('01:10', '01:50', 'Europe/London'),
			utc('2026-03-30T00:10Z'),
		],
		[
			'hours that come twice open twice',
			'2026-10-25T00:50:00Z',
			at('01:10', '01:50', 'Europe/London'),
			utc('2026-10-25T01:10Z'),
		],
		[
			'hours that are left and entered again with the change',
			'2026-10-25T00:45:00Z',
			at('00:30', '01:30', 'Europe/London'),
			utc('2026-10-25T01:00Z'),
		],
		[
			'a day without midnight',
			'2026-09-06T03:00:00Z',
			at('00:00', '00:30', 'America/Santiago'),
			utc('2026-09-07T03:00Z'),
		],
		[
			'half an hour',
			'2026-10-03T14:00:00Z',
			at('02:00', '03:00', 'Australia/Lord_Howe'),
			utc('2026-10-03T15:30Z'),
		],
	])('%s', (_name, moment, options, answer) => {
		expect(decide(GB, moment, options)).toBe(answer);
	});
});

test('the time zone of the machine does not matter', () => {
	const script = `
		import { quietHours } from ${JSON.stringify(join(__dirname, '../../core/policy/quietHours'))};
		const moments = ['2026-03-29T00:30:00Z', '2026-07-14T12:00:00Z', '2026-10-25T00:30:00Z', '2026-11-21T23:30:00Z'];
		const phones = ${JSON.stringify([GB, FR, NEW_YORK, UNKNOWN_US])};
		console.log(JSON.stringify(moments.map((at) => phones.map((phone) => quietHours(phone, {}, Date.parse(at))))));
	`;
	const answers = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => {
		const child = spawnSync(
			process.execPath,
			['--import', 'tsx', '--input-type=module', '-e', script],
			{
				cwd: join(__dirname, '../..'),
				env: { ...process.env, TZ },
				encoding: 'utf8',
			},
		);
		return child.stdout === '' ? child.stderr : child.stdout;
	});
	expect(answers[0]).toContain('holdUntil');
	expect(new Set(answers).size).toBe(1);
});

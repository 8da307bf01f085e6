import { asObject, asString, defined } from '../../core/json';
import { Checker } from '../../core/message/checker';
import { writtenNumber } from '../../core/message/phone';
import type { Problem } from '../../core/message/problem';
import { checkRecipient } from '../../core/message/validate';
import type { Form } from './form';
import type { Operation, Target } from './operations';
import { OptionValues } from './optionValues';

/** What one item names, with everything that is wrong with it. */
export function readTarget(
	{ read }: Pick<Form, 'read'>,
	{ needs }: Pick<Operation, 'needs'>,
	provider: string,
): { target: Target; problems: Problem[] } {
	const options = new OptionValues(asObject(read('options', {})));
	const written = asString(read('to', '')) ?? '';
	const target = {
		messageId: asString(read('messageId', ''))?.trim() ?? '',
		to: writtenNumber(written, options.text('defaultCountry')),
		...defined({ from: options.text('from') }),
	};
	const check = new Checker(provider);
	if (needs.includes('messageId') && target.messageId === '')
		check.add('messageId', "The parameter 'Message ID' is empty");
	if (needs.includes('to') || target.to !== '') checkRecipient(check, target.to);
	return { target, problems: [...options.problems, ...check.problems] };
}

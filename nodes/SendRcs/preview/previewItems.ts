import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asObject } from '../../../core/json';
import { type Account, loadAccount } from '../../shared/account';
import { expressionProblem } from '../../shared/expressionError';
import { draw, type Drawn } from '../../shared/preview/draw';
import { type Fit, marksOf } from '../../shared/preview/fit';
import { previewJson } from '../../shared/preview/json';
import { readPreviewOptions } from '../../shared/preview/options';
import { parameterReader, type ReadParameter } from '../../shared/readOnce';
import type { Form } from '../form';
import { readPreview, unsent } from './readPreview';
import { drawnContent } from './drawnContent';

/** Draws the message of every item and sends none. All leave by the first output, the wrong ones too. */
export async function previewItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const now = new Date();
	const items: INodeExecutionData[] = [];
	for (const [i, input] of context.getInputData().entries()) {
		const { fit, drawn } = await previewItem(context, account, read, i, now);
		const includeInput = asObject(read('options', i, {}))['includeInput'] === true;
		const json = previewJson(fit, drawn);
		items.push({
			json: includeInput ? { ...input.json, rcs: json } : json,
			...(drawn.binary ? { binary: { ...(includeInput && input.binary), ...drawn.binary } } : {}),
			pairedItem: { item: i },
		});
	}
	return [items, []];
}

async function previewItem(
	context: IExecuteFunctions,
	account: Account,
	read: ReadParameter,
	i: number,
	now: Date,
): Promise<{ fit: Fit; drawn: Drawn }> {
	const readField = (name: string, fallback?: unknown) => read(name, i, fallback);
	const fit = readFit(context, account, readField, i, now);
	const { message, problems, changes } = fit;
	const sender = message.from ?? account.settings.agent;
	const options = readPreviewOptions(readField('previewOptions', {}), sender);
	const { content, notes } = await drawnContent(account, message, now);
	const { fallback } = message;
	const marks = marksOf(problems, changes);
	const drawn = await draw(context.helpers, account.download, options, {
		content,
		fallback,
		marks,
	});
	return { fit, drawn: { ...drawn, notes: [...notes, ...drawn.notes] } };
}

function readFit(
	context: IExecuteFunctions,
	account: Account,
	read: Form['read'],
	i: number,
	now: Date,
): Fit {
	try {
		return readPreview(account, { read, timezone: context.getTimezone() }, i, now);
	} catch (error) {
		return unsent({}, '', [expressionProblem(context, error, i)]);
	}
}

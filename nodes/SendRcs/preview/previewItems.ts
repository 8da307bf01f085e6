import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asObject, defined } from '../../../core/json';
import type { Provider } from '../../../core/provider';
import { type Account, loadAccount } from '../../shared/account';
import { expressionProblem } from '../../shared/expressionError';
import { PictureAlbum } from '../../shared/preview/album';
import { draw } from '../../shared/preview/draw';
import { type Fit, fitInWords, marksOf } from '../../shared/preview/fit';
import { previewJson } from '../../shared/preview/json';
import { readPreviewOptions } from '../../shared/preview/options';
import { readOnce } from '../../shared/preview/templates';
import type { FieldNames } from '../../shared/fieldName';
import { parameterReader, type ReadParameter } from '../../shared/readOnce';
import { fieldsOf } from '../fieldsOf';
import type { Form } from '../form';
import { readPreview, unsent } from './readPreview';
import { drawnContent } from './drawnContent';

/** Draws the message of every item and sends none. All leave by the first output, the wrong ones too. */
export async function previewItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = parameterReader(context);
	const loaded = await loadAccount(context);
	const account = { ...loaded, provider: withMemory(loaded.provider) };
	const run = {
		context,
		read,
		account,
		album: new PictureAlbum(account.download),
		now: new Date(),
	};
	const items: INodeExecutionData[] = [];
	for (const [i, input] of context.getInputData().entries()) {
		const { json, binary } = await previewItem(run, i);
		const includeInput = asObject(read('options', i, {}))['includeInput'] === true;
		items.push({
			json: includeInput ? { ...input.json, rcs: json } : json,
			...(binary ? { binary: { ...(includeInput && input.binary), ...binary } } : {}),
			pairedItem: { item: i },
		});
	}
	return [items, []];
}

/** What all items of a run share. */
interface Run {
	context: IExecuteFunctions;
	read: ReadParameter;
	account: Account;
	album: PictureAlbum;
	now: Date;
}

const withMemory = (provider: Provider): Provider => ({
	...provider,
	...(provider.templates && { templates: readOnce(provider.templates) }),
});

async function previewItem(
	{ context, read, account, album, now }: Run,
	i: number,
): Promise<Pick<INodeExecutionData, 'json' | 'binary'>> {
	const readField = (name: string, fallback?: unknown) => read(name, i, fallback);
	const written = readFit(context, account, readField, i, now);
	const { message } = written;
	const { fallback } = message;
	const sender = message.from ?? account.settings.agent;
	const options = readPreviewOptions(readField('previewOptions', {}), sender);
	const { content, notes, problems, variables } = await drawnContent(account, message, now);
	const named = fitInWords(
		{ ...written, problems: [...written.problems, ...problems] },
		namesOf(readField),
	);
	const marks = marksOf(named.problems, named.changes);
	const drawn = await draw(context.helpers, album, options, { content, fallback, marks });
	const shown = { ...drawn, notes: [...notes, ...drawn.notes] };
	const json = previewJson(named, shown, variables);
	return { json, ...defined({ binary: drawn.binary }) };
}

/** Where an expression keeps the type of the message from being known, its parts have no names. */
function namesOf(read: Form['read']): FieldNames {
	try {
		return fieldsOf(read);
	} catch {
		return {};
	}
}

function readFit(
	context: IExecuteFunctions,
	account: Account,
	read: Form['read'],
	i: number,
	now: Date,
): Fit {
	try {
		const written = (name: string) => context.getNode().parameters[name];
		return readPreview(account, { read, written, timezone: context.getTimezone() }, i, now);
	} catch (error) {
		return unsent({}, '', [expressionProblem(context, error, i)]);
	}
}

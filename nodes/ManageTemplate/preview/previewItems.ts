import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { providerError, RcsError } from '../../../core/errors';
import { asObject, asString } from '../../../core/json';
import type { Templates } from '../../../core/provider';
import { type Account, loadAccount } from '../../shared/account';
import { chosenText } from '../../shared/chosen';
import { itemJson } from '../../shared/itemJson';
import { nodeErrorOf } from '../../shared/nodeErrors';
import { PictureAlbum } from '../../shared/preview/album';
import { draw } from '../../shared/preview/draw';
import { marksOf } from '../../shared/preview/fit';
import { readPreviewOptions } from '../../shared/preview/options';
import { readOnce } from '../../shared/preview/templates';
import { parameterReader, type ReadParameter } from '../../shared/readOnce';
import { forSender } from '../../shared/sender';
import type { PreviewName } from '../operations';
import { readTemplate } from './readTemplate';

/** Draws a template for every item. */
export async function previewItems(
	context: IExecuteFunctions,
	operation: PreviewName,
): Promise<INodeExecutionData[]> {
	const read = parameterReader(context);
	const account = await loadAccount(context);
	const { templates } = account.provider;
	const run: Run = {
		...{ context, operation, read, account },
		album: new PictureAlbum(account.download),
		templates: templates && readOnce(templates),
	};
	const items: INodeExecutionData[] = [];
	for (const item of context.getInputData().keys()) {
		const pairedItem = { item };
		try {
			items.push({ ...(await previewItem(run, item)), pairedItem });
		} catch (error) {
			if (!context.continueOnFail()) throw nodeErrorOf(context.getNode(), error, item);
			const { message } = asObject(error);
			items.push({ json: { error: asString(message) ?? 'Unknown reason' }, pairedItem });
		}
	}
	return items;
}

/** What all items of a run share. */
interface Run {
	context: IExecuteFunctions;
	operation: PreviewName;
	read: ReadParameter;
	account: Account;
	album: PictureAlbum;
	templates: Templates | undefined;
}

async function previewItem(
	{ context, operation, read, account, album, templates }: Run,
	item: number,
): Promise<INodeExecutionData> {
	const { provider } = account;
	if (!templates) {
		const message = `${provider.profile.displayName} keeps no templates`;
		throw new RcsError(providerError('configuration', message));
	}
	const form = {
		read: (name: string) => read(name, item, ''),
		written: (name: string) => context.getNode().parameters[name],
		timezone: context.getTimezone(),
	};
	const call = { ...forSender(account, chosenText(form.read('sender'))), now: new Date() };
	const template = await readTemplate(operation, { form, provider, templates, call });
	const { name, content, problems, missingVariables } = template;
	const options = readPreviewOptions(form.read('previewOptions'), call.settings.agent);
	const marks = marksOf(problems, []);
	const { html, binary, notes } = await draw(context.helpers, album, options, {
		content,
		marks,
	});
	const valid = problems.length === 0;
	const unknown = `Only ${provider.profile.displayName} knows what it shows`;
	const told = content ? notes : [unknown];
	const preview = itemJson({ name, valid, problems, changes: [], missingVariables });
	const said = told.length > 0 ? { ...preview, notes: told } : preview;
	return { json: itemJson({ preview: said, html }), ...(binary ? { binary } : {}) };
}

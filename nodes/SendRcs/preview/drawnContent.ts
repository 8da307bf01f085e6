import { RcsError } from '../../../core/errors';
import { fillPlaceholders } from '../../../core/message/placeholders';
import type { Content, ReadyMessage, TemplateContent } from '../../../core/message/types';
import type { Problem } from '../../../core/message/problem';
import { templateVariables } from '../../../core/template';
import type { Account } from '../../shared/account';
import { forSender } from '../../shared/sender';

interface DrawnContent {
	content: Content;
	notes: string[];
	/** What keeps the template from being sent. */
	problems: Problem[];
	/** What the template needs a value for. */
	variables?: string[];
}

/** What is drawn for a message: its content, and where it names a template, what that shows. */
export async function drawnContent(
	account: Account,
	{ content, from }: ReadyMessage,
	now: Date,
): Promise<DrawnContent> {
	if (content.kind === 'raw' && content.payload !== undefined)
		return { content, notes: ["The provider's own JSON is not drawn"], problems: [] };
	if (content.kind !== 'template') return { content, notes: [], problems: [] };
	const { displayName } = account.provider.profile;
	try {
		const shown = await templateContent(account, content, from, now);
		return shown
			? { ...shown, notes: [] }
			: { content, notes: [`Only ${displayName} knows what it shows`], problems: [] };
	} catch (error) {
		if (error instanceof RcsError && error.detail.category === 'notFound') {
			const message = `${displayName} has no template '${content.id}'`;
			return { content, notes: [], problems: [{ path: 'content.id', message }] };
		}
		const said = error instanceof Error ? error.message : String(error);
		return { content, notes: [`The template is not shown: ${said}`], problems: [] };
	}
}

async function templateContent(
	account: Account,
	{ id, variables = {} }: TemplateContent,
	from: string | undefined,
	now: Date,
): Promise<Omit<DrawnContent, 'notes'> | undefined> {
	const { templates } = account.provider;
	if (!templates?.get || !templates.preview) return undefined;
	const template = await templates.get({ ...forSender(account, from), now }, id);
	const content = templates.preview(template);
	if (!content) return undefined;
	const placeholders = Object.fromEntries(
		Object.entries(variables).map(([name, value]) => [name, String(value)]),
	);
	const { message, problems } = fillPlaceholders({ to: '', content, placeholders });
	return {
		content: message.content,
		variables: templateVariables(message.content),
		// In the message there is no such part: what it lacks is a variable.
		problems: problems.map(({ path: at, message }) => ({
			path: 'content.variables',
			at,
			message,
		})),
	};
}

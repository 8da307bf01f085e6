import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOptions } from '../../core/message/limits';
import { contentKinds, fallbackChannels, suggestionTypes } from '../../core/message/types';
import { operationsOf, type Profile, type Provider } from '../../core/provider';
import { providerIds, providers } from '../../core/providers';

const file = join(__dirname, '..', '..', 'docs', 'providers', 'README.md');
const START =
	'<!-- generated from the profiles: UPDATE_DOCS=1 npm run jest -- test/contract/docs -->';
const END = '<!-- end of the generated part -->';

type Row = [string, (profile: Profile, provider: Provider) => string];

const yes = (has: boolean) => (has ? 'yes' : '-');
const operation =
	(name: string) =>
	(_: Profile, provider: Provider): string =>
		yes(operationsOf(provider).includes(name));

const rows: Row[] = [
	['Certainty', ({ certainty }) => certainty],
	['Authentication', ({ auth }) => auth.join(', ')],
	...contentKinds.map((kind): Row => [
		`Content: ${kind}`,
		({ content }) => yes(content.includes(kind)),
	]),
	...suggestionTypes.map((type): Row => [
		`Suggestion: ${type}`,
		({ suggestions }) => yes(suggestions.includes(type)),
	]),
	...fallbackChannels.map((channel): Row => [
		`Fallback: ${channel}`,
		({ fallback }) => yes(fallback.channels.includes(channel)),
	]),
	...messageOptions.map((option): Row => [
		`Option: ${option}`,
		({ options }) => yes(options.includes(option)),
	]),
	['Text, characters', ({ limits }) => String(limits.text)],
	['Card title / description', ({ limits }) => `${limits.title} / ${limits.description}`],
	['Cards in a carousel', ({ limits }) => `${limits.cards.min} to ${limits.cards.max}`],
	[
		'Suggestions: message / card',
		({ limits }) => `${limits.suggestionsPerMessage} / ${limits.suggestionsPerCard}`,
	],
	['Suggestions beside cards', ({ limits }) => String(limits.suggestionsBesideCards)],
	[
		'Suggestion label / postback',
		({ limits }) => `${limits.suggestionText} / ${limits.postbackData}`,
	],
	['Validity, seconds', ({ validity }) => (validity ? `${validity.min} to ${validity.max}` : '-')],
	['Schedule, days ahead', ({ schedule }) => (schedule ? String(schedule.maxDays) : '-')],
	['Messages a request', ({ bulk }) => String(bulk.messages)],
	['Repeating a send is safe', ({ deduplicates }) => yes(deduplicates)],
	[
		'Capability check',
		({ capability, bulk }) => (capability ? `yes, ${bulk.numbers} a request` : '-'),
	],
	['Capability names features', ({ capability }) => yes(capability?.features ?? false)],
	['Unknown outcomes are looked up', ({ looksUpByMessageId }) => yes(looksUpByMessageId === true)],
	['Capability by webhook', operation('capabilityByWebhook')],
	['Revoke', operation('revoke')],
	['Typing and read signals', operation('event')],
	['Message status', operation('status')],
	['Delivery reports by pull', operation('reports')],
	['Logs', operation('logs')],
	['Media of a person', operation('media')],
	['File upload', operation('upload')],
	['Templates', operations('templates')],
	['Agents', operations('agents')],
	['Test numbers', operations('testNumbers')],
	['Contacts', operations('contacts')],
	['Registers webhooks itself', operation('webhook.subscriptions.create')],
	['Webhook verification', ({ webhookAuth }) => webhookAuth.join(', ')],
];

/** What can be done with one kind of thing, e.g. `list, create`. */
function operations(group: string): Row[1] {
	return (_, provider) =>
		operationsOf(provider)
			.flatMap((name) => (name.startsWith(`${group}.`) ? name.slice(group.length + 1) : []))
			.join(', ') || '-';
}

function table(): string {
	const profiles = providerIds.map((id) => providers[id].profile);
	const cells = [
		['', ...providerIds.map((id, i) => `[${profiles[i]?.displayName}](${id}.md)`)],
		['---', ...providerIds.map(() => '---')],
		...rows.map(([name, read]) => [
			name,
			...providerIds.map((id) => read(providers[id].profile, providers[id])),
		]),
	];
	const widths = cells[0]?.map((_, column) =>
		Math.max(...cells.map((row) => row[column]?.length ?? 0)),
	);
	return cells
		.map((row) => {
			const fill = row[0] === '---' ? '-' : ' ';
			return `| ${row.map((cell, i) => cell.padEnd(widths?.[i] ?? 0, fill)).join(' | ')} |`;
		})
		.join('\n');
}

test('the feature table says what the profiles say', () => {
	const page = readFileSync(file, 'utf8');
	const [before, after] = [page.indexOf(START) + START.length, page.indexOf(END)];
	const fresh = `${page.slice(0, before)}\n\n${table()}\n\n${page.slice(after)}`;
	if (process.env['UPDATE_DOCS']) writeFileSync(file, fresh);
	expect(readFileSync(file, 'utf8')).toBe(fresh);
});

test.each(providerIds)('%s has its page, with its certainty and its document', (id) => {
	const page = readFileSync(join(file, '..', `${id}.md`), 'utf8');
	const { certainty, docsUrl, limits } = providers[id].profile;
	expect(page).toContain(certainty);
	expect(page).toContain(docsUrl);
	for (const limit of Object.values(limits))
		if (typeof limit === 'number') expect(page).toContain(String(limit));
});

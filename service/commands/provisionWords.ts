import type { SetUpReport } from '../../connectors/setUp';

interface About {
	displayName: string;
	baseUrl: string;
	dryRun: boolean;
}

/** What setting up found and did, for an admin to read. */
export function wordsOf(report: SetUpReport, { displayName, baseUrl, dryRun }: About): string {
	const { added, failed, conflicts, present, byHand } = report;
	const parts = [
		part(dryRun ? 'Would be added' : 'Added', added),
		part(
			'Could not be added',
			failed.map(({ adds, reasons }) => `${adds}\n    ${reasons.join('\n    ')}`),
		),
		part(
			'In the way',
			conflicts.map(({ name, problem, advice }) => `${name}: ${problem}\n    ${advice}`),
		),
		part('There already', present),
		part(
			'To do by hand',
			byHand.map(({ name, advice }) => `${name}\n    ${advice}`),
		),
	];
	const asked = `${displayName} at ${baseUrl}\n\n`;
	return `${asked}${parts.join('')}${conclusion(report, dryRun)}\n`;
}

function part(title: string, lines: readonly string[]): string {
	if (lines.length === 0) return '';
	return `${title} (${lines.length}):\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function conclusion({ added, failed, conflicts }: SetUpReport, dryRun: boolean): string {
	if (conflicts.length > 0)
		return 'Some fields need a person: clear what is in the way, and run this again.';
	if (failed.length > 0)
		return 'Not everything could be added: see the reasons, and run this again.';
	if (added.length === 0) return 'Everything is there: nothing to add.';
	return dryRun ? 'Nothing was changed: this was a dry run.' : 'All fields are there.';
}

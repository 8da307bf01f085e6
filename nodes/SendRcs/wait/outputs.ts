import { NodeConnectionTypes, SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

const named = (names: readonly string[]) =>
	JSON.stringify(names.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })));

/** How the ways out are called, by the operation. The first two are there always, so that connections stay. */
const outputNames: Readonly<Record<string, readonly string[]>> = {
	send: ['Sent', 'Not Sent'],
	// n8n shows the first output: a person who builds a message sees at once what is wrong with it.
	preview: ['Preview', 'Unused'],
	[SEND_AND_WAIT_OPERATION]: ['Replied', 'Not Sent', 'Not Replied'],
};
const otherOutputNames = ['Done', 'Not Done'];

/** The name of the second way out. */
export function failedOutput(operation: string): string {
	return (outputNames[operation] ?? otherOutputNames)[1] ?? '';
}

const byOperation = Object.entries(outputNames)
	.map(([operation, names]) => `$parameter["operation"] === "${operation}" ? ${named(names)} : `)
	.join('');

/** Only who waits for a reply has a way out for those that do not come. */
export const outputs: `={{${string}}}` = `={{ ${byOperation}${named(otherOutputNames)} }}`;

import { NodeConnectionTypes, SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

const named = (names: readonly string[]) =>
	JSON.stringify(names.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })));

const outputNames = ['Sent', 'Not Sent'];
const waitingOutputNames = ['Replied', 'Not Sent', 'Not Replied'];

/** Only who waits for a reply has a way out for those that do not come. */
export const outputs: `={{${string}}}` = `={{ $parameter["operation"] === "${SEND_AND_WAIT_OPERATION}" ? ${named(waitingOutputNames)} : ${named(outputNames)} }}`;
